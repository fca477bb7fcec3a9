package io.github.hybridnet.app.drill;

import io.github.hybridnet.drill.lease.MarkerSigner;
import io.github.hybridnet.drill.run.DrillComponents.DrillClocks;
import io.github.hybridnet.drill.run.RestoreRetryPolicy;
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
public record DrillEnvironment(
    Path journals,
    String machine,
    Supplier<DrillClocks> clocks,
    RestoreRetryPolicy patience,
    Duration beat,
    MarkerSigner seal) {}
