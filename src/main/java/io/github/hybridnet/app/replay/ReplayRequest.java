package io.github.hybridnet.app.replay;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the goal is asked for.
 *
 * @param cassette a cassette or a folder of cassettes; null if the user has not named one
 * @param failOnDifference whether the build fails if an answer differs
 * @param outputs where {@code replay.json} goes
 */
public record ReplayRequest(@Nullable Path cassette, boolean failOnDifference, Path outputs) {}
