package dev.signet.store.jdbc;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that only its owner may read and write. */
final class OwnerOnlyFile {

  private static final Set<PosixFilePermission> PERMISSIONS =
      PosixFilePermissions.fromString("rw-------");

  private OwnerOnlyFile() {}

  /**
   * Creates an empty file for its owner, or takes the rights of others on an existing file. Without
   * POSIX permissions (Windows) the rights are those of the folder.
   */
  static void create(Path file) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (!posix) {
      return;
    }
    try {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(PERMISSIONS));
    } catch (FileAlreadyExistsException e) {
      var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      if (!view.readAttributes().permissions().equals(PERMISSIONS)) {
        view.setPermissions(PERMISSIONS);
      }
    }
  }
}
