package io.github.hybridnet.arm;

import org.jspecify.annotations.Nullable;

/**
 * An operation that the service accepted, by what it takes to ask for it again, also from another
 * process. Holds no secret: addresses of operations carry none.
 *
 * @param statusAddress where its status can be asked for ({@code Azure-AsyncOperation}), or null
 * @param resultAddress where its result can be asked for ({@code Location}), or null
 * @param requestId {@code x-ms-request-id}, for a support case, or null
 */
public record AsyncOperation(
    @Nullable String statusAddress, @Nullable String resultAddress, @Nullable String requestId) {}
