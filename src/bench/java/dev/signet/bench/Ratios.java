package dev.signet.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures ratios: two ways to do the same, in turns of a few milliseconds of processor time, in
 * one process. Whatever else the machine does slows both down alike, so the ratio of two turns is
 * steady where times are not. Several processes show what the compiler adds.
 *
 * <p>The arguments are the file of the results and the number of processes. Each line has the row
 * of the contract, what is done, the size, the number of the process, the times of both in
 * nanoseconds, the median of their ratios with its quartiles, and the ratio of bytes allocated.
 */
public final class Ratios {

  private static final int PAIRS = 150;
  private static final long TURN = 4_000_000;
  private static final long WARM_UP = 3_000_000_000L;
  private static final String HEAD =
      "row,action,size,process,ours,others,time,lower,upper,allocation\n";

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static volatile Object sink;

  private interface Action {
    Object run() throws IOException;
  }

  private record Pair(String row, String action, int size, Action ours, Action others) {}

  private Ratios() {}

  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    if (arguments.length > 2) {
      measureAll(file, arguments[2]);
      return;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, HEAD);
    for (int process = 1; process <= Integer.parseInt(arguments[1]); process++) {
      run(arguments[0], arguments[1], String.valueOf(process));
    }
    System.out.println(Files.readString(file));
  }

  private static void run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Ratios.class.getName()));
    command.addAll(List.of(arguments));
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException("A process has failed.");
    }
  }

  private static void measureAll(Path file, String process) throws Exception {
    for (Pair pair : pairs()) {
      Files.writeString(file, measure(pair, process), StandardOpenOption.APPEND);
    }
  }

  private static List<Pair> pairs() throws Exception {
    List<Pair> pairs = new ArrayList<>();
    for (int size : new int[] {200, 2000}) {
      var signet = new SignetBenchmark();
      signet.size = size;
      signet.kind = "signed";
      signet.setUp();
      var bare = new BareBenchmark();
      bare.size = size;
      bare.setUp();
      pairs.add(new Pair("P1", "reading one attribute", size, signet::readOne, bare::read));
      pairs.add(new Pair("P1", "reading all", size, signet::readWhole, bare::read));
      pairs.add(new Pair("P1", "changing one", size, signet::writeChanged, bare::change));
      pairs.add(new Pair("P1", "writing a new session", size, signet::writeNew, bare::write));
      pairs.add(
          new Pair(
              "P7",
              "reading with a registry of log-ins",
              size,
              logins(size, "on")::readOne,
              logins(size, "off")::readOne));
    }
    var beans = new BeanBenchmark();
    beans.prepare();
    pairs.add(new Pair("L9", "reading a session bean", 200, beans::readBean, beans::readValue));
    pairs.add(
        new Pair("L9", "changing a session bean", 200, beans::changeBean, beans::changeValue));
    return pairs;
  }

  private static LoginsBenchmark logins(int size, String logins) throws IOException {
    var benchmark = new LoginsBenchmark();
    benchmark.size = size;
    benchmark.logins = logins;
    benchmark.setUp();
    return benchmark;
  }

  private static String measure(Pair pair, String process) throws IOException {
    int times = 100;
    for (long start = cpuTime(); cpuTime() - start < WARM_UP; ) {
      time(pair.ours(), times);
      time(pair.others(), times);
    }
    while (time(pair.others(), times) < TURN) {
      times += times / 2;
    }
    double[] ours = new double[PAIRS];
    double[] others = new double[PAIRS];
    double[] ratios = new double[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      boolean oursFirst = i % 2 == 0;
      ours[i] = oursFirst ? time(pair.ours(), times) : 0;
      others[i] = time(pair.others(), times);
      ours[i] = oursFirst ? ours[i] : time(pair.ours(), times);
      ratios[i] = ours[i] / others[i];
    }
    double allocation = (double) allocated(pair.ours(), times) / allocated(pair.others(), times);
    return String.format(
        Locale.ROOT,
        "%s,%s,%d,%s,%.0f,%.0f,%.3f,%.3f,%.3f,%.3f%n",
        pair.row(),
        pair.action(),
        pair.size(),
        process,
        quartile(ours, 2) / times,
        quartile(others, 2) / times,
        quartile(ratios, 2),
        quartile(ratios, 1),
        quartile(ratios, 3),
        allocation);
  }

  private static double quartile(double[] values, int number) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(sorted.length - 1) * number / 4];
  }

  private static long cpuTime() {
    return THREADS.getCurrentThreadCpuTime();
  }

  private static double time(Action action, int times) throws IOException {
    long start = cpuTime();
    repeat(action, times);
    return cpuTime() - start;
  }

  private static long allocated(Action action, int times) throws IOException {
    long start = THREADS.getCurrentThreadAllocatedBytes();
    repeat(action, times);
    return THREADS.getCurrentThreadAllocatedBytes() - start;
  }

  private static void repeat(Action action, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      sink = action.run();
    }
  }
}
