package dev.signet.servlet;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;

/** The writer of a response. The session is written before the response is committed. */
final class SessionWriter extends Writer {

  /** The maximum number of UTF-8 bytes for one {@code char}. */
  private static final int UTF_8_BYTES = 3;

  private static final int ASCII = 0x80;

  private final PrintWriter writer;
  private final OutputLimit limit;

  /** The maximum number of bytes of a character of ASCII, and of another one. */
  private final int asciiBytes;

  private final int otherBytes;

  /**
   * @param encoding the name of the charset that the writer encodes with
   */
  SessionWriter(PrintWriter writer, String encoding, OutputLimit limit) {
    this.writer = writer;
    this.limit = limit;
    int largest = maxBytes(Charset.forName(encoding));
    boolean asciiIsOneByte = largest == 1 || encoding.equalsIgnoreCase("UTF-8");
    this.asciiBytes = asciiIsOneByte ? 1 : largest;
    this.otherBytes = Math.max(UTF_8_BYTES, largest);
  }

  @Override
  public void write(int character) throws IOException {
    limit.beforeWrite(bytes((char) character));
    writer.write(character);
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    int bytes = 0;
    for (int i = offset; i < offset + length; i++) {
      bytes += bytes(text[i]);
    }
    limit.beforeWrite(bytes);
    writer.write(text, offset, length);
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    int bytes = 0;
    for (int i = offset; i < offset + length; i++) {
      bytes += bytes(text.charAt(i));
    }
    limit.beforeWrite(bytes);
    writer.write(text, offset, length);
  }

  private static int maxBytes(Charset charset) {
    return charset.canEncode() ? (int) Math.ceil(charset.newEncoder().maxBytesPerChar()) : 1;
  }

  private int bytes(char character) {
    return character < ASCII ? asciiBytes : otherBytes;
  }

  @Override
  public void flush() throws IOException {
    limit.beforeCommit();
    writer.flush();
  }

  @Override
  public void close() throws IOException {
    limit.beforeCommit();
    writer.close();
  }
}
