import fish.payara.micro.PayaraMicro;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;

/** Starts Payara Micro, and deploys the applications that its standard input names, one a line. */
public final class PayaraLauncher {

  private PayaraLauncher() {}

  /** Starts the server with the options of its command line, and stops it at the end of input. */
  public static void main(String[] options) throws Exception {
    PayaraMicro.main(options);
    var runtime = PayaraMicro.getInstance().getRuntime();
    System.out.println("PAYARA STARTED");
    try (var input = new BufferedReader(new InputStreamReader(System.in))) {
      for (String line = input.readLine(); line != null; line = input.readLine()) {
        var archive = new File(line);
        String name = archive.getName().replace(".war", "");
        runtime.deploy(name, name, archive);
      }
    }
    System.exit(0);
  }
}
