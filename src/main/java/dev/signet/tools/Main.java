package dev.signet.tools;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;

/** The main class of the jar: {@code java -jar signet.jar key} and {@code decode}. */
public final class Main {

  private Main() {}

  /**
   * Runs a command, and ends the process with its exit status.
   *
   * @param arguments the command and its options
   */
  public static void main(String... arguments) {
    var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
    var commands = new CommandLine(System.getenv(), System.in, out, err, Clock.systemUTC());
    System.exit(run(commands, err, arguments));
  }

  private static int run(CommandLine commands, PrintStream err, String... arguments) {
    try {
      return commands.run(arguments);
    } catch (IOException e) {
      err.println("Standard input cannot be read: " + e.getMessage());
      return CommandLine.USAGE;
    }
  }
}
