package io.github.hybridnet.app.drill;

import io.github.hybridnet.drill.lease.DrillLease;
import io.github.hybridnet.drill.lease.MarkerSigner;
import io.github.hybridnet.drill.run.DrillComponents.DrillClocks;
import io.github.hybridnet.drill.run.RestoreRetryPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Where and in what time drills run and are undone.
 *
 * @param journals the directory of all journals, such as {@code .hybridnet}
 * @param machine the name of this machine, for people who find the drill from another one
 * @param clocks makes the clocks of a drill or of a restore that begins
 * @param patience how long a restore is tried
 * @param beat how often a live drill renews its marker
 * @param section entered while the end of the process has to wait
 * @param signer signs the tags of drills
 */
public record DrillEnvironment(
    Path journals,
    String machine,
    Supplier<DrillClocks> clocks,
    RestoreRetryPolicy patience,
    Duration beat,
    UninterruptibleSection section,
    MarkerSigner signer) {

  /** A drill whose marker was not renewed for so many beats has ended. */
  private static final int BEATS_WATCHED = 3;

  /** With the machine's clocks and the usual patience and beat. */
  public static DrillEnvironment usual(
      Path journals, String machine, UninterruptibleSection section, MarkerSigner signer) {
    return new DrillEnvironment(
        journals,
        machine,
        DrillClocks::real,
        RestoreRetryPolicy.STANDARD,
        DrillLease.LeaseStorage.DEFAULT_BEAT,
        section,
        signer);
  }

  /** How long a marker is watched when it is not known whether its drill is still running. */
  Duration watch() {
    return beat.multipliedBy(BEATS_WATCHED);
  }
}
