package io.github.hybridnet.failover;

import io.github.hybridnet.failover.journal.DrillFile;
import io.github.hybridnet.failover.journal.DrillRecord;
import io.github.hybridnet.failover.journal.DrillRecord.State;
import io.github.hybridnet.failover.journal.Marker;
import io.github.hybridnet.failover.lever.Definition;
import java.util.Optional;

/**
 * What is known of a drill that was found.
 *
 * @param file what this machine's journal says
 * @param marker what the tags of the resource group say, which others can write as well
 */
record FoundDrill(Optional<DrillFile> file, Optional<Marker> marker) {
  /** What it takes to undo it. The journal has the last word: nobody else writes it. */
  DrillRecord record() {
    return file.map(DrillFile::record).or(() -> marker.map(Marker::record)).orElseThrow();
  }

  boolean isArmed() {
    return marker.filter(m -> m.state() == State.ARMED).isPresent()
        || file.filter(f -> f.state() == State.ARMED).isPresent();
  }

  Definition before() {
    return file.map(DrillFile::before).orElse(Definition.NONE);
  }
}
