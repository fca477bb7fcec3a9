package io.github.hybridnet.drill.lease;

import io.github.hybridnet.drill.action.ResourceDefinition;
import io.github.hybridnet.drill.lease.DrillRecord.State;
import java.util.Optional;

/**
 * What is known of a drill that was found.
 *
 * @param file what this machine's journal says
 * @param marker what the tags of the resource group say, which others can write as well
 */
public record RecordedDrill(Optional<DrillJournalFile> file, Optional<DrillMarker> marker) {
  /** What it takes to undo it. The journal has the last word: nobody else writes it. */
  public DrillRecord record() {
    return file.map(DrillJournalFile::record)
        .or(() -> marker.map(DrillMarker::record))
        .orElseThrow();
  }

  public boolean isArmed() {
    return marker.filter(m -> m.state() == State.ARMED).isPresent()
        || file.filter(f -> f.state() == State.ARMED).isPresent();
  }

  public ResourceDefinition before() {
    return file.map(DrillJournalFile::before).orElse(ResourceDefinition.NONE);
  }
}
