package dev.signet.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.bench.peer.Peer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Counts the bytes of the cookie value that libraries of the JVM make of the same content. The
 * argument is a folder for {@code bytes.csv}, and for the contents as JSON, from which the scripts
 * beside this project add libraries of other languages.
 */
public final class Bytes {

  private static final List<String> PEERS = List.of("ktor-cookie", "java-jwt", "play");

  private Bytes() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    StringBuilder lines = new StringBuilder("library,size,bytes\n");
    for (int size : new int[] {50, 200, 1000}) {
      Map<String, Object> content = Content.of(size);
      byte[] json = new ObjectMapper().writeValueAsBytes(content);
      Files.write(folder.resolve("content-%d.json".formatted(size)), json);
      Signet signed = Signet.signing(Signet.SECRET, 0);
      add(lines, "signet", json.length, Signet.token(signed.cookieHeader(content)));
      Signet encrypted = Signet.encrypting();
      add(lines, "signet-encrypted", json.length, Signet.token(encrypted.cookieHeader(content)));
      for (String peer : PEERS) {
        add(lines, peer, json.length, write(PeerBenchmark.peer(peer), content));
      }
    }
    Files.writeString(folder.resolve("bytes.csv"), lines);
  }

  private static void add(StringBuilder lines, String library, int size, String value) {
    lines.append("%s,%d,%d%n".formatted(library, size, value.length()));
  }

  private static <C> String write(Peer<C> peer, Map<String, Object> content) throws Exception {
    return peer.write(peer.content(content));
  }
}
