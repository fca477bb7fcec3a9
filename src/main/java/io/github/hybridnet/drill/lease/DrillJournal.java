package io.github.hybridnet.drill.lease;

import io.github.hybridnet.engine.journal.JournalDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The drills that were begun in one project, a file for each. Unlike running operations, which
 * Azure knows by itself, a drill is not begun when its file cannot be written.
 */
public final class DrillJournal {
  private final JournalDirectory directory;
  private final String endpoint;

  /**
   * The drills of one cloud.
   *
   * @param root the directory of all journals, such as {@code .hybridnet}
   * @param endpoint the address of the cloud
   */
  public DrillJournal(Path root, String endpoint) {
    this.directory = new JournalDirectory(root, "drills");
    this.endpoint = endpoint;
  }

  /** The address of the cloud that the drills run in. */
  String endpoint() {
    return endpoint;
  }

  /** Where the file of a drill is. */
  Path path(String id) {
    return directory.file(id);
  }

  /** Writes a drill; on return it is on the disk. */
  void write(DrillJournalFile file) throws IOException {
    directory.write(file.record().id(), file.text());
  }

  /** The drill of an id, in whatever cloud; empty when there is none that is understood. */
  Optional<DrillJournalFile> find(String id) throws IOException {
    return directory.read(id).flatMap(text -> DrillJournalFile.parse(id, text));
  }

  /** The ids of all drills, of all clouds. */
  List<String> ids() throws IOException {
    return directory.names().stream().filter(RecordFields::isId).toList();
  }

  /**
   * What the files of the journal contain.
   *
   * @param drills the drills in this cloud
   * @param unread the files that are not understood: they may be of any cloud
   */
  public record JournalContent(List<DrillJournalFile> drills, List<UnreadableFile> unread) {
    /** Copies the lists, which cannot be changed afterwards. */
    public JournalContent {
      drills = List.copyOf(drills);
      unread = List.copyOf(unread);
    }
  }

  /**
   * A file that is not understood.
   *
   * @param id its drill
   * @param file where it is
   * @param failure why it cannot be read; empty when its content is not understood
   */
  public record UnreadableFile(String id, Path file, Optional<IOException> failure) {}

  /** Looks at all files; one that is not understood hides no other. */
  public JournalContent content() throws IOException {
    List<DrillJournalFile> drills = new ArrayList<>();
    List<UnreadableFile> unread = new ArrayList<>();
    for (String id : ids()) {
      try {
        Optional<String> text = directory.read(id);
        Optional<DrillJournalFile> drill = text.flatMap(t -> DrillJournalFile.parse(id, t));
        drill.filter(file -> file.endpoint().equals(endpoint)).ifPresent(drills::add);
        if (text.isPresent() && drill.isEmpty()) {
          unread.add(new UnreadableFile(id, path(id), Optional.empty()));
        }
      } catch (IOException failure) {
        unread.add(new UnreadableFile(id, path(id), Optional.of(failure)));
      }
    }
    return new JournalContent(drills, unread);
  }

  /** Deletes the record of a drill, if it exists. */
  void delete(String id) throws IOException {
    directory.delete(id);
    directory.delete(id + DrillProcessLock.SUFFIX);
  }

  /** Says, as long as it is held, that the drill's process lives. */
  DrillProcessLock lock(String id) throws IOException {
    return DrillProcessLock.acquire(path(id + DrillProcessLock.SUFFIX));
  }

  /** Whether the process of a drill lives on this machine. */
  public DrillProcessLock.ProcessState processState(String id) {
    return DrillProcessLock.state(path(id + DrillProcessLock.SUFFIX));
  }
}
