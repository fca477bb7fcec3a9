package io.github.hybridnet.azure.signin;

import com.azure.core.http.HttpPipeline;
import com.azure.core.management.profile.AzureProfile;
import com.azure.resourcemanager.resources.ResourceManager;
import com.azure.resourcemanager.resources.fluent.models.SubscriptionInner;
import com.azure.resourcemanager.resources.models.SubscriptionState;
import com.azure.resourcemanager.resources.models.Subscriptions;
import io.github.hybridnet.azure.SessionDescription.Subscription;
import io.github.hybridnet.azure.Sourced;
import io.github.hybridnet.azure.http.ServiceErrors;
import io.github.hybridnet.engine.CloudException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The subscription that was given, or the only one there is; it is never guessed. */
final class SubscriptionChoice {

  /**
   * A choice.
   *
   * @param subscription the subscription
   * @param tenantId the tenant that the subscription trusts, or null when the service does not say
   */
  record Chosen(Subscription subscription, @Nullable String tenantId) {}

  private final Subscriptions subscriptions;
  private final ServiceErrors errors;
  private final CloudEnvironment cloud;

  SubscriptionChoice(HttpPipeline pipeline, CloudEnvironment cloud, ServiceErrors errors) {
    this.subscriptions =
        ResourceManager.authenticate(pipeline, new AzureProfile(null, null, cloud.sdk()))
            .subscriptions();
    this.errors = errors;
    this.cloud = cloud;
  }

  Chosen choose(@Nullable Sourced given, Identity identity) {
    try {
      return given == null ? onlyOne(identity) : named(given, identity);
    } catch (RuntimeException thrown) {
      if (thrown instanceof io.github.hybridnet.model.HybridnetException known) {
        throw known;
      }
      throw failure(given, identity, errors.of(thrown));
    }
  }

  private Chosen named(Sourced given, Identity identity) {
    com.azure.resourcemanager.resources.models.Subscription found =
        subscriptions.getById(given.value());
    if (found == null) {
      throw new CloudException(
          CloudException.Kind.REFUSED,
          "SubscriptionNotFound",
          "The service returned nothing.",
          CloudException.Answer.NONE,
          null);
    }
    return chosen(found.innerModel(), given.source());
  }

  private Chosen onlyOne(Identity identity) {
    List<SubscriptionInner> visible =
        subscriptions.list().stream()
            .map(subscription -> subscription.innerModel())
            .filter(SubscriptionChoice::isUsable)
            .toList();
    if (visible.isEmpty()) {
      throw SignInProblems.noSubscription(identity);
    }
    if (visible.size() > 1) {
      throw SignInProblems.severalSubscriptions(
          identity, visible.stream().map(s -> chosen(s, "").subscription()).toList());
    }
    return chosen(visible.get(0), "the only one that the identity sees");
  }

  private static boolean isUsable(SubscriptionInner subscription) {
    return subscription.state() != SubscriptionState.DISABLED
        && subscription.state() != SubscriptionState.DELETED;
  }

  private static Chosen chosen(SubscriptionInner inner, String source) {
    Subscription subscription =
        new Subscription(
            inner.subscriptionId(), Objects.requireNonNullElse(inner.displayName(), ""), source);
    return new Chosen(subscription, inner.tenantId());
  }

  private RuntimeException failure(
      @Nullable Sourced given, Identity identity, CloudException failure) {
    if (failure.kind() == CloudException.Kind.UNREACHABLE) {
      return SignInFailures.unreachable(failure, cloud.endpoint());
    }
    String said = failure.code() + ": " + failure.getMessage();
    boolean aboutSubscription = failure.status() != 401 && failure.status() < 500;
    return given != null && aboutSubscription
        ? SignInProblems.subscriptionNotFound(given, identity, said, failure)
        : SignInProblems.refusedByEndpoint(cloud.endpoint(), said, failure);
  }
}
