package io.github.hybridnet.maven.goal;

import io.github.hybridnet.failover.DrillParts.Clocks;
import io.github.hybridnet.failover.RestorePatience;
import io.github.hybridnet.failover.journal.MarkerSeal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Where and in what time drills run.
 *
 * @param journals the directory of all journals, such as {@code .hybridnet}
 * @param machine the name of this machine, for people who find the drill from another one
 * @param clocks makes the clocks of a drill that begins
 * @param patience how long a restore is tried
 * @param beat how often others are shown that a drill lives
 * @param seal signs the tags of drills
 */
public record DrillPlace(
    Path journals,
    String machine,
    Supplier<Clocks> clocks,
    RestorePatience patience,
    Duration beat,
    MarkerSeal seal) {}
