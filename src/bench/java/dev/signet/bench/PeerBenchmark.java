package dev.signet.bench;

import dev.signet.bench.peer.JavaJwt;
import dev.signet.bench.peer.Jjwt;
import dev.signet.bench.peer.KtorSigner;
import dev.signet.bench.peer.NimbusJose;
import dev.signet.bench.peer.Peer;
import dev.signet.bench.peer.PlayCodec;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Others on the JVM who keep content in a signed text, to be seen beside {@code readWhole} and
 * {@code writeNew} of {@link SignetBenchmark}. These have the headers to read and write as well;
 * here it is the text alone.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PeerBenchmark {

  @Param({"200", "2000"})
  int size;

  @Param({"ktor", "ktor-cookie", "java-jwt", "nimbus", "jjwt", "play"})
  String peer;

  private Use<?> use;

  /** A peer, and what it is given. */
  private record Use<C>(Peer<C> peer, C content, String token) {

    static <C> Use<C> of(Peer<C> peer, Map<String, Object> attributes) throws Exception {
      C content = peer.content(attributes);
      String token = peer.write(content);
      Content.requireSame(content, peer.read(token));
      requireRefusal(peer, token);
      return new Use<>(peer, content, token);
    }

    /** Somebody who does not look at the signature has an easy life. */
    private static <C> void requireRefusal(Peer<C> peer, String token) {
      int place = token.length() / 2;
      char other = token.charAt(place) == 'A' ? 'B' : 'A';
      try {
        peer.read(token.substring(0, place) + other + token.substring(place + 1));
      } catch (Exception e) {
        return;
      }
      throw new IllegalStateException("It reads what was forged.");
    }

    C read() throws Exception {
      return peer.read(token);
    }

    String write() throws Exception {
      return peer.write(content);
    }
  }

  @Setup
  public void setUp() throws Exception {
    use = Use.of(peer(peer), Content.of(size));
  }

  static Peer<?> peer(String peer) throws Exception {
    return switch (peer) {
      case "ktor" -> new KtorSigner(Signet.SECRET, false);
      case "ktor-cookie" -> new KtorSigner(Signet.SECRET, true);
      case "java-jwt" -> new JavaJwt(Signet.SECRET);
      case "nimbus" -> new NimbusJose(Signet.SECRET);
      case "jjwt" -> new Jjwt(Signet.SECRET);
      case "play" -> PlayCodec.withItsLibraries(Signet.SECRET);
      default -> throw new IllegalArgumentException(peer);
    };
  }

  @Benchmark
  public Object read() throws Exception {
    return use.read();
  }

  @Benchmark
  public String write() throws Exception {
    return use.write();
  }
}
