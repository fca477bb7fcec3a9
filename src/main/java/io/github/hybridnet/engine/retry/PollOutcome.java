package io.github.hybridnet.engine.retry;

import java.time.Duration;

/**
 * How a wait ended.
 *
 * @param last what the latest look has shown
 * @param isReached whether the condition was reached; otherwise the time was over
 * @param waited how long the wait has lasted
 * @param <T> what one look shows
 */
public record PollOutcome<T>(T last, boolean isReached, Duration waited) {}
