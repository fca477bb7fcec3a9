package io.github.hybridnet.simulator.arm.id;

import java.time.Instant;

/**
 * An operation in progress.
 *
 * @param operationId its guid, as in {@code …/operations/{guid}}
 * @param name the provider's name for it, for example {@code PutVirtualNetworkGatewayOperation}
 * @param id the resource that it works on
 * @param due when it ends, in simulated time
 * @param request what started it: the HTTP method, of a call on a resource its path too, for
 *     example {@code PUT} or {@code POST reset}
 */
public record RunningOperation(
    String operationId, String name, ArmId id, Instant due, String request) {}
