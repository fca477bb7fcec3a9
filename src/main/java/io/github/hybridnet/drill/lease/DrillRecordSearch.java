package io.github.hybridnet.drill.lease;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillPorts;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the drills of a resource group in this machine's journal and in the group's tags. What is
 * not understood is a problem of its own and hides no other drill.
 */
public final class DrillRecordSearch {
  private final DrillPorts drillPorts;
  private final ResourceKey group;
  private final DrillJournal files;

  public DrillRecordSearch(DrillPorts drillPorts, ResourceKey group, DrillJournal files) {
    this.drillPorts = drillPorts;
    this.group = group;
    this.files = files;
  }

  /**
   * All records of drills, and those that cannot be read.
   *
   * @param drills by their ids
   * @param problems what was not understood, by the id of the drill, or by a path
   */
  public record SearchResult(
      Map<String, RecordedDrill> drills, Map<String, DrillFinding> problems) {}

  public SearchResult find() {
    Map<String, RecordedDrill> drills = new TreeMap<>();
    Map<String, DrillFinding> problems = new LinkedHashMap<>();
    DrillMarkers.MarkerSet markers = markers();
    markers
        .unknown()
        .forEach((id, text) -> problems.put(id, DrillLeaseProblems.notUnderstood(group, id, text)));
    Map<String, DrillJournalFile> written = written(problems);
    markers
        .known()
        .forEach((id, drillMarker) -> drills.put(id, found(written.get(id), drillMarker)));
    written.forEach((id, file) -> drills.putIfAbsent(id, found(file, null)));
    return new SearchResult(drills, problems);
  }

  private static RecordedDrill found(
      @Nullable DrillJournalFile file, @Nullable DrillMarker drillMarker) {
    return new RecordedDrill(Optional.ofNullable(file), Optional.ofNullable(drillMarker));
  }

  private Map<String, DrillJournalFile> written(Map<String, DrillFinding> problems) {
    Map<String, DrillJournalFile> written = new TreeMap<>();
    try {
      DrillJournal.JournalContent journalContent = files.content();
      journalContent.drills().stream()
          .filter(file -> file.record().group().isSame(group))
          .forEach(file -> written.put(file.record().id(), file));
      journalContent.unread().forEach(each -> problems.put(each.id(), problem(each)));
    } catch (IOException e) {
      problems.put("", DrillLeaseProblems.filesNotReadable(files.path(""), e));
    }
    return written;
  }

  private static DrillFinding problem(DrillJournal.UnreadableFile unreadableFile) {
    return unreadableFile
        .failure()
        .map(failure -> DrillLeaseProblems.filesNotReadable(unreadableFile.file(), failure))
        .orElseGet(() -> DrillLeaseProblems.fileNotUnderstood(unreadableFile.file()));
  }

  /** By the group itself, which everybody may read who may deploy to it. */
  public DrillMarkers.MarkerSet markers() {
    Object tags =
        drillPorts
            .cloud()
            .read(group)
            .map(ActualResource::body)
            .map(b -> b.get("tags"))
            .orElse(Map.of());
    Map<String, Object> texts = new TreeMap<>();
    if (tags instanceof Map<?, ?> map) {
      map.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
    }
    return DrillMarkers.sight(group, texts);
  }
}
