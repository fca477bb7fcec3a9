package io.github.hybridnet.engine.journal;

import io.github.hybridnet.arm.AsyncOperation;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.text.FileFailureText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Running operations in small files, one for each, which several builds may share. It is made when
 * there is something to remember, and never fails: what cannot be written or read is reported once.
 */
public final class FileOperationJournal implements OperationJournal {
  private static final int NAME_LENGTH = 40;

  private final JournalDirectory directory;

  /** Nobody waits for an operation that was begun so long ago; Azure has forgotten it. */
  private static final Duration KEPT = Duration.ofDays(14);

  private final Path root;
  private final String endpoint;
  private final InstantSource clock;
  private final Consumer<String> warnings;
  private final Map<String, AsyncOperation> known = new ConcurrentHashMap<>();
  private final AtomicBoolean tidied = new AtomicBoolean();
  private final Set<String> reported = ConcurrentHashMap.newKeySet();

  /**
   * A journal of the operations of one cloud.
   *
   * @param root the directory, such as {@code .hybridnet}; made when it is needed
   * @param endpoint the address of the cloud; operations of others are not seen
   * @param clock when operations were accepted
   * @param warnings gets one line when the journal cannot do its work
   */
  public FileOperationJournal(
      Path root, String endpoint, InstantSource clock, Consumer<String> warnings) {
    this.root = root;
    this.directory = new JournalDirectory(root, "operations");
    this.endpoint = endpoint;
    this.clock = clock;
    this.warnings = warnings;
  }

  @Override
  public void began(ResourceKey key, AsyncOperation asyncOperation) {
    String name = name(key);
    OperationRecord operationRecord =
        new OperationRecord(
            endpoint,
            key.comparableId(),
            asyncOperation,
            clock.instant().truncatedTo(ChronoUnit.SECONDS));
    known.put(name, asyncOperation);
    try {
      directory.write(name, operationRecord.text());
      if (tidied.compareAndSet(false, true)) {
        directory.deleteOlderThan(clock.instant().minus(KEPT));
      }
    } catch (IOException | RuntimeException e) {
      tell(
          "HN4050",
          "The journal of running operations in "
              + root
              + " cannot be written ("
              + FileFailureText.reason(e)
              + "). The goal continues without it. A run after a crash then asks Azure, which"
              + " takes a little longer. "
              + remedy());
    }
  }

  /** This plugin makes a directory there, never anything else. */
  private String remedy() {
    return Files.exists(root, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(root)
        ? "What is there is not a directory, and this plugin did not create it. After this run"
            + " move it away, or set hybridnet.journalDirectory to another directory."
        : "Make the directory writable, or set hybridnet.journalDirectory.";
  }

  /** Another build may have begun an operation on the resource since; its entry is left alone. */
  @Override
  public void ended(ResourceKey key) {
    String name = name(key);
    AsyncOperation ours = known.remove(name);
    if (ours == null) {
      return;
    }
    try {
      if (read(name, key).filter(ours::equals).isPresent()) {
        directory.delete(name);
      }
    } catch (IOException | RuntimeException e) {
      tellUnreadable(name, FileFailureText.reason(e));
    }
  }

  @Override
  public Optional<AsyncOperation> running(ResourceKey key) {
    String name = name(key);
    try {
      Optional<AsyncOperation> found = read(name, key);
      found.ifPresent(asyncOperation -> known.put(name, asyncOperation));
      return found;
    } catch (IOException | RuntimeException e) {
      tellUnreadable(name, FileFailureText.reason(e));
      return Optional.empty();
    }
  }

  private Optional<AsyncOperation> read(String name, ResourceKey key) throws IOException {
    Optional<String> text = directory.read(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<OperationRecord> entry =
        OperationRecord.parse(text.get())
            .filter(e -> e.endpoint().equals(endpoint))
            .filter(e -> e.resourceId().equals(key.comparableId()));
    if (entry.isEmpty()) {
      tellUnreadable(name, "it is damaged, or of another version");
    }
    return entry.map(OperationRecord::operation);
  }

  private void tellUnreadable(String name, String reason) {
    tell(
        "HN4051",
        "The file "
            + directory.file(name)
            + " of the journal of running operations is not used ("
            + reason
            + "). The goal continues without it and asks Azure. The file may be deleted.");
  }

  private void tell(String code, String sentence) {
    if (reported.add(code)) {
      warnings.accept(code + ": " + sentence);
    }
  }

  private String name(ResourceKey key) {
    return ContentHash.of(endpoint + "\n" + key.comparableId()).substring(0, NAME_LENGTH);
  }
}
