package io.github.hybridnet.simulator;

import java.time.Instant;
import java.util.Optional;

/**
 * A request that the simulator answered. Bodies and tokens are never recorded.
 *
 * @param sequence counts the requests since the start, from 1
 * @param simulatedTime when it was answered
 * @param method in upper case
 * @param path as it was sent
 * @param query as it was sent; empty if there was none
 * @param status of the answer
 * @param provisioningState what the answer said of the resource, if it said something
 */
public record RecordedRequest(
    long sequence,
    Instant simulatedTime,
    String method,
    String path,
    String query,
    int status,
    Optional<String> provisioningState) {}
