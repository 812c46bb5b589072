package dev.signet.suite.app;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Records the calls of beans. */
@Traced
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class TraceInterceptor {

  @Inject Trace trace;

  @AroundInvoke
  Object record(InvocationContext call) throws Exception {
    trace.add("call of " + call.getMethod().getName());
    return call.proceed();
  }
}
