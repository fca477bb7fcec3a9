package io.github.hybridnet.simulator.arm.error;

/** Refusals of requests that are too many. */
public final class ThrottlingErrors {
  private static final String MANAGER = "SubscriptionRequestsThrottled";

  private ThrottlingErrors() {}

  /**
   * A token bucket of Resource Manager is empty. From a public report of 2025.
   *
   * @param kind {@code read}, {@code write} or {@code delete}
   */
  public static ArmError byManager(String kind, String subscription, String actor, long seconds) {
    return ArmError.gateway(
        429,
        MANAGER,
        String.format(
            "Number of '%s' requests for subscription '%s' actor '%s' exceeded. Please try"
                + " again after '%d' seconds after additional tokens are available. Refer to"
                + " https://aka.ms/arm-throttling for additional information.",
            kind, subscription, actor, seconds));
  }

  /**
   * The storage behind Resource Manager is busy. From public reports of 2022 and 2023
   * (webdevops/azure-metrics-exporter issue 36, MicrosoftDocs/azure-docs issue 105248).
   *
   * @param operation method and types, for example {@code GET/SUBSCRIPTIONS/RESOURCEGROUPS}
   */
  public static ArmError byStorage(String subscription, String operation, long seconds) {
    return ArmError.gateway(
        429,
        MANAGER,
        String.format(
            "Number of requests for subscription '%s' and operation '%s' exceeded the backend"
                + " storage limit. Please try again after '%d' seconds.",
            subscription, operation, seconds));
  }

  /** The network provider's own limit. From a public report of 2017 and the documentation. */
  public static ArmError byProvider(String subscription, long seconds) {
    return ArmError.provider(
        429,
        "RetryableError",
        "A retryable error occurred.",
        new ArmError.Detail(
            "RetryableErrorDueToTooManyCalls",
            String.format(
                "Subscription %s was used to perform too many calls within last 5 minutes. The"
                    + " number of calls exceeds Microsoft.Network throttling limit. The call"
                    + " can be retried in %d seconds.",
                subscription, seconds)));
  }
}
