package io.github.hybridnet.text;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;

/** Why a file could not be used. The JDK's own messages of most of these are the path alone. */
public final class FileFailureText {
  private FileFailureText() {}

  /** The reason as part of a sentence, as in {@code this user may not read or write it}. */
  public static String reason(Exception failure) {
    if (failure instanceof AccessDeniedException) {
      return "this user may not read or write it";
    }
    if (failure instanceof NoSuchFileException) {
      return "it or its directory does not exist";
    }
    if (failure instanceof FileAlreadyExistsException
        || failure instanceof NotDirectoryException
        || failure instanceof DirectoryNotEmptyException) {
      return "something else exists at its path";
    }
    if (failure instanceof FileSystemLoopException) {
      return "its symbolic links form a loop";
    }
    return failure instanceof ReadOnlyFileSystemException
        ? "the file system is read-only"
        : other(failure);
  }

  private static String other(Exception failure) {
    if (failure instanceof CharacterCodingException) {
      return "it is not UTF-8 text";
    }
    String said =
        failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
    if (said == null || said.isBlank() || !(failure instanceof IOException)) {
      return "the system gives no reason";
    }
    return PrintableText.line(said);
  }
}
