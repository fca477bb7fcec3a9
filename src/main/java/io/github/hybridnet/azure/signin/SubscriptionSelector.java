package io.github.hybridnet.azure.signin;

import com.azure.resourcemanager.resources.fluent.models.SubscriptionInner;
import com.azure.resourcemanager.resources.models.SubscriptionListResult;
import com.azure.resourcemanager.resources.models.SubscriptionState;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.azure.http.ApiVersion;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.settings.SessionDescription.Subscription;
import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.azure.signin.cloud.EndpointProblems;
import io.github.hybridnet.azure.signin.credential.SignInIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The subscription that was given, or the only one there is; it is never guessed. */
final class SubscriptionSelector {

  /**
   * A choice.
   *
   * @param subscription the subscription
   * @param tenantId the tenant that the subscription trusts, or null when the service does not say
   */
  record SelectedSubscription(Subscription subscription, @Nullable String tenantId) {}

  private static final String PATH = "/subscriptions";

  /** More pages than anybody has; a service that names the same page for ever comes to an end. */
  private static final int PAGES = 100;

  private final ArmHttpClient requests;

  SubscriptionSelector(ArmHttpClient requests) {
    this.requests = requests;
  }

  SelectedSubscription choose(@Nullable SourcedValue given, SignInIdentity signInIdentity) {
    try {
      return given == null ? onlyOne(signInIdentity) : named(given);
    } catch (RuntimeException thrown) {
      if (thrown instanceof io.github.hybridnet.text.UserException known) {
        throw known;
      }
      throw failure(given, signInIdentity, requests.errors().of(thrown));
    }
  }

  private SelectedSubscription named(SourcedValue given) {
    SubscriptionInner found =
        requests.get(
            PATH + "/" + given.value(), ApiVersion.SUBSCRIPTIONS, SubscriptionInner::fromJson);
    if (isUnreadable(found)) {
      throw unreadable();
    }
    return chosen(found, given.source());
  }

  private SelectedSubscription onlyOne(SignInIdentity signInIdentity) {
    List<SubscriptionInner> visible =
        all().stream().filter(SubscriptionSelector::isUsable).toList();
    if (visible.isEmpty()) {
      throw SignInProblems.noSubscription(signInIdentity);
    }
    if (visible.size() > 1) {
      throw SignInProblems.severalSubscriptions(
          signInIdentity, visible.stream().map(s -> chosen(s, "").subscription()).toList());
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
    if (entries == null || entries.stream().anyMatch(SubscriptionSelector::isUnreadable)) {
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

  private static SelectedSubscription chosen(SubscriptionInner inner, String source) {
    Subscription subscription =
        new Subscription(
            inner.subscriptionId(), Objects.requireNonNullElse(inner.displayName(), ""), source);
    return new SelectedSubscription(subscription, inner.tenantId());
  }

  private RuntimeException failure(
      @Nullable SourcedValue given, SignInIdentity signInIdentity, CloudException failure) {
    if (failure.kind() == CloudException.Kind.UNREACHABLE
        || failure.kind() == CloudException.Kind.UNREADABLE) {
      return EndpointProblems.of(failure, requests.endpoint());
    }
    String said = failure.code() + ": " + failure.getMessage();
    boolean aboutSubscription = failure.status() != 401 && failure.status() < 500;
    return given != null && aboutSubscription
        ? SignInProblems.subscriptionNotFound(given, signInIdentity, said, failure)
        : SignInProblems.refusedByEndpoint(requests.endpoint(), said, failure);
  }
}
