package io.github.hybridnet.engine.journal;

import io.github.hybridnet.arm.AsyncOperation;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the journal knows of one running operation.
 *
 * @param endpoint the cloud that it runs in
 * @param resourceId the resource that it changes, in lower case
 * @param operation where to ask for it
 * @param time when it was accepted
 */
record OperationRecord(String endpoint, String resourceId, AsyncOperation operation, Instant time) {
  private static final int FORMAT = 2;

  /** As lines of a properties file, always in the same order. */
  String text() {
    Properties members = new Properties();
    members.setProperty("format", Integer.toString(FORMAT));
    members.setProperty("endpoint", endpoint);
    members.setProperty("resource", resourceId);
    members.setProperty("time", time.toString());
    put(members, "statusAddress", operation.statusAddress());
    put(members, "resultAddress", operation.resultAddress());
    put(members, "requestId", operation.requestId());
    return ChecksummedProperties.text(members);
  }

  private static void put(Properties members, String name, @Nullable String value) {
    if (value != null) {
      members.setProperty(name, value);
    }
  }

  /**
   * The entry of a text.
   *
   * @return empty when it is not an entry that this version understands
   */
  static Optional<OperationRecord> parse(String text) {
    return ChecksummedProperties.parse(text).flatMap(OperationRecord::of);
  }

  private static Optional<OperationRecord> of(Properties members) {
    String format = members.getProperty("format", "");
    String endpoint = members.getProperty("endpoint");
    String resource = members.getProperty("resource");
    if (!format.equals(Integer.toString(FORMAT)) || endpoint == null || resource == null) {
      return Optional.empty();
    }
    try {
      AsyncOperation asyncOperation =
          new AsyncOperation(
              members.getProperty("statusAddress"),
              members.getProperty("resultAddress"),
              members.getProperty("requestId"));
      Instant time = Instant.parse(members.getProperty("time", ""));
      return Optional.of(new OperationRecord(endpoint, resource, asyncOperation, time));
    } catch (DateTimeParseException e) {
      // Whoever damaged the file: there is nothing in it for us.
      return Optional.empty();
    }
  }
}
