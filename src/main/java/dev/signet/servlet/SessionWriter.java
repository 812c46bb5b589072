package dev.signet.servlet;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/** The writer of a response. The session is written before the response is committed. */
final class SessionWriter extends Writer {

  /** The maximum number of UTF-8 bytes for one {@code char}. */
  private static final int MAX_BYTES = 3;

  private final PrintWriter writer;
  private final OutputLimit limit;

  SessionWriter(PrintWriter writer, OutputLimit limit) {
    this.writer = writer;
    this.limit = limit;
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

  private static int bytes(char character) {
    return character < 0x80 ? 1 : MAX_BYTES;
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
