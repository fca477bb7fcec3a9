package io.github.hybridnet.failover;

import io.github.hybridnet.failover.Verdict.Finding;
import io.github.hybridnet.failover.journal.DrillFile;
import io.github.hybridnet.failover.journal.DrillFiles;
import io.github.hybridnet.failover.journal.DrillProblems;
import io.github.hybridnet.failover.journal.Marker;
import io.github.hybridnet.failover.journal.Markers;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.ResourceKey;
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
final class DrillSearch {
  private final Ports ports;
  private final ResourceKey group;
  private final DrillFiles files;

  DrillSearch(Ports ports, ResourceKey group, DrillFiles files) {
    this.ports = ports;
    this.group = group;
    this.files = files;
  }

  /**
   * What was found.
   *
   * @param drills by their ids
   * @param problems what was not understood, by the id of the drill, or by a path
   */
  record Found(Map<String, FoundDrill> drills, Map<String, Finding> problems) {}

  Found find() {
    Map<String, FoundDrill> drills = new TreeMap<>();
    Map<String, Finding> problems = new LinkedHashMap<>();
    Markers.Sight markers = markers();
    markers
        .unknown()
        .forEach((id, text) -> problems.put(id, DrillProblems.notUnderstood(group, id, text)));
    Map<String, DrillFile> written = written(problems);
    markers.known().forEach((id, marker) -> drills.put(id, found(written.get(id), marker)));
    written.forEach((id, file) -> drills.putIfAbsent(id, found(file, null)));
    return new Found(drills, problems);
  }

  private static FoundDrill found(@Nullable DrillFile file, @Nullable Marker marker) {
    return new FoundDrill(Optional.ofNullable(file), Optional.ofNullable(marker));
  }

  private Map<String, DrillFile> written(Map<String, Finding> problems) {
    Map<String, DrillFile> written = new TreeMap<>();
    try {
      DrillFiles.Sight sight = files.look();
      sight.drills().stream()
          .filter(file -> file.record().group().isSame(group))
          .forEach(file -> written.put(file.record().id(), file));
      sight.unread().forEach(each -> problems.put(each.id(), problem(each)));
    } catch (IOException e) {
      problems.put("", DrillProblems.filesNotReadable(files.path(""), e));
    }
    return written;
  }

  private static Finding problem(DrillFiles.Unread unread) {
    return unread
        .failure()
        .map(failure -> DrillProblems.filesNotReadable(unread.file(), failure))
        .orElseGet(() -> DrillProblems.fileNotUnderstood(unread.file()));
  }

  /** By the group itself, which everybody may read who may deploy to it. */
  Markers.Sight markers() {
    Object tags =
        ports
            .cloud()
            .read(group)
            .map(ActualResource::body)
            .map(b -> b.get("tags"))
            .orElse(Map.of());
    Map<String, Object> texts = new TreeMap<>();
    if (tags instanceof Map<?, ?> map) {
      map.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
    }
    return Markers.sight(group, texts);
  }
}
