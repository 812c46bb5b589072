-- Each request carries the next of the cookies in a file, the same ones all the time: what a response sets is not sent
-- back, which is the same work for the server and less for this program. Ends with one line of figures.

local requests = {}
local turn = 0

function init(args)
  for cookie in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format("GET", nil, { Cookie = cookie })
  end
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d %d\n",
    summary.requests, summary.duration, summary.bytes,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
