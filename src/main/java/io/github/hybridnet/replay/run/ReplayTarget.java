package io.github.hybridnet.replay.run;

import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * Where cassettes are replayed. No token of a user is ever sent there.
 *
 * @param endpoint an Azure Resource Manager, without a slash at the end
 * @param tls trusts its certificate
 * @param subscription the subscription there
 * @param longestWait how long the end of one operation is waited for, in wall time
 */
public record ReplayTarget(
    URI endpoint, SSLContext tls, String subscription, Duration longestWait) {}
