package io.github.hybridnet.azure.signin;

import com.azure.resourcemanager.resources.fluent.models.SubscriptionInner;
import com.azure.resourcemanager.resources.models.SubscriptionListResult;
import com.azure.resourcemanager.resources.models.SubscriptionState;
import io.github.hybridnet.azure.SessionDescription.Subscription;
import io.github.hybridnet.azure.Sourced;
import io.github.hybridnet.azure.http.ApiVersion;
import io.github.hybridnet.azure.http.ArmRequests;
import io.github.hybridnet.engine.CloudException;
import java.util.ArrayList;
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

  private static final String PATH = "/subscriptions";

  /** More pages than anybody has; a service that names the same page for ever comes to an end. */
  private static final int PAGES = 100;

  private final ArmRequests requests;

  SubscriptionChoice(ArmRequests requests) {
    this.requests = requests;
  }

  Chosen choose(@Nullable Sourced given, Identity identity) {
    try {
      return given == null ? onlyOne(identity) : named(given);
    } catch (RuntimeException thrown) {
      if (thrown instanceof io.github.hybridnet.model.HybridnetException known) {
        throw known;
      }
      throw failure(given, identity, requests.errors().of(thrown));
    }
  }

  private Chosen named(Sourced given) {
    SubscriptionInner found =
        requests.get(
            PATH + "/" + given.value(), ApiVersion.SUBSCRIPTIONS, SubscriptionInner::fromJson);
    if (isUnreadable(found)) {
      throw unreadable();
    }
    return chosen(found, given.source());
  }

  private Chosen onlyOne(Identity identity) {
    List<SubscriptionInner> visible = all().stream().filter(SubscriptionChoice::isUsable).toList();
    if (visible.isEmpty()) {
      throw SignInProblems.noSubscription(identity);
    }
    if (visible.size() > 1) {
      throw SignInProblems.severalSubscriptions(
          identity, visible.stream().map(s -> chosen(s, "").subscription()).toList());
    }
    return chosen(visible.get(0), "the only one that the identity sees");
  }

  private List<SubscriptionInner> all() {
    List<SubscriptionInner> all = new ArrayList<>();
    SubscriptionListResult page =
        requests.get(PATH, ApiVersion.SUBSCRIPTIONS, SubscriptionListResult::fromJson);
    for (int pages = 1; pages <= PAGES; pages++) {
      all.addAll(entries(page));
      String next = page.nextLink();
      if (next == null || next.isEmpty()) {
        break;
      }
      page = requests.get(next, SubscriptionListResult::fromJson);
    }
    return all;
  }

  private List<SubscriptionInner> entries(SubscriptionListResult page) {
    List<SubscriptionInner> entries = page == null ? null : page.value();
    if (entries == null || entries.stream().anyMatch(SubscriptionChoice::isUnreadable)) {
      throw unreadable();
    }
    return entries;
  }

  private static boolean isUnreadable(@Nullable SubscriptionInner subscription) {
    return subscription == null || subscription.subscriptionId() == null;
  }

  /** Nothing is concluded from an answer that is not understood. */
  private CloudException unreadable() {
    return new CloudException(
        CloudException.Kind.UNREACHABLE,
        "UnreadableAnswer",
        "The list of subscriptions from " + requests.endpoint().getHost() + " cannot be read",
        CloudException.Answer.NONE,
        null);
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
    if (failure.kind() == CloudException.Kind.UNREACHABLE
        || failure.kind() == CloudException.Kind.UNREADABLE) {
      return SignInFailures.unreachable(failure, requests.endpoint());
    }
    String said = failure.code() + ": " + failure.getMessage();
    boolean aboutSubscription = failure.status() != 401 && failure.status() < 500;
    return given != null && aboutSubscription
        ? SignInProblems.subscriptionNotFound(given, identity, said, failure)
        : SignInProblems.refusedByEndpoint(requests.endpoint(), said, failure);
  }
}
