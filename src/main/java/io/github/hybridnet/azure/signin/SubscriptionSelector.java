package io.github.hybridnet.azure.signin;

import io.github.hybridnet.arm.ApiVersion;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.http.UnreadableAnswers;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.azure.json.MalformedAnswerException;
import io.github.hybridnet.azure.json.RequiredMembers;
import io.github.hybridnet.azure.settings.SessionDescription.Subscription;
import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.azure.signin.cloud.EndpointProblems;
import io.github.hybridnet.azure.signin.credential.SignInIdentity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The subscription that was given, or the only one there is; it is never guessed. */
final class SubscriptionSelector {

  /**
   * The subscription that was chosen.
   *
   * @param subscription the subscription
   * @param tenantId the tenant that the subscription trusts, or null when the service does not say
   */
  record SelectedSubscription(Subscription subscription, @Nullable String tenantId) {}

  private static final String PATH = "/subscriptions";

  private final ArmHttpClient requests;

  SubscriptionSelector(ArmHttpClient requests) {
    this.requests = requests;
  }

  SelectedSubscription choose(@Nullable SourcedValue given, SignInIdentity identity) {
    try {
      return given == null ? onlyOne(identity) : named(given);
    } catch (CloudException failure) {
      throw problem(given, identity, failure);
    }
  }

  private SelectedSubscription named(SourcedValue given) {
    return requests.get(
        PATH + "/" + given.value(),
        ApiVersion.SUBSCRIPTIONS,
        reader -> ListedSubscription.of(JsonTree.read(reader)).chosen(given.source()));
  }

  private SelectedSubscription onlyOne(SignInIdentity identity) {
    List<ListedSubscription> visible =
        requests.listWithoutIds(PATH, ApiVersion.SUBSCRIPTIONS).stream()
            .map(this::listed)
            .filter(ListedSubscription::isUsable)
            .toList();
    if (visible.isEmpty()) {
      throw SignInProblems.noSubscription(identity);
    }
    if (visible.size() > 1) {
      throw SignInProblems.severalSubscriptions(
          identity, visible.stream().map(s -> s.chosen("").subscription()).toList());
    }
    return visible.get(0).chosen("the only one that the identity sees");
  }

  private ListedSubscription listed(Map<String, Object> entry) {
    try {
      return ListedSubscription.of(entry);
    } catch (MalformedAnswerException e) {
      throw UnreadableAnswers.about("the subscriptions", e);
    }
  }

  /** A subscription as Azure describes it. */
  private record ListedSubscription(
      String id, String name, String state, @Nullable String tenantId) {
    private static final Set<String> UNUSABLE = Set.of("disabled", "deleted");

    /** Nothing is concluded from an answer that is not understood. */
    static ListedSubscription of(Map<String, Object> json) throws MalformedAnswerException {
      return new ListedSubscription(
          RequiredMembers.text(json, "subscriptionId"),
          JsonTree.text(json, "displayName").orElse(""),
          RequiredMembers.optionalText(json, "state").orElse(""),
          JsonTree.text(json, "tenantId").orElse(null));
    }

    boolean isUsable() {
      return !UNUSABLE.contains(state.toLowerCase(Locale.ROOT));
    }

    SelectedSubscription chosen(String source) {
      return new SelectedSubscription(new Subscription(id, name, source), tenantId);
    }
  }

  private RuntimeException problem(
      @Nullable SourcedValue given, SignInIdentity identity, CloudException failure) {
    if (failure.kind() == CloudException.Kind.UNREACHABLE
        || failure.kind() == CloudException.Kind.UNREADABLE) {
      return EndpointProblems.of(failure, requests.endpoint());
    }
    String said = failure.code() + ": " + failure.getMessage();
    boolean aboutSubscription = failure.status() != 401 && failure.status() < 500;
    return given != null && aboutSubscription
        ? SignInProblems.subscriptionNotFound(given, identity, said, failure)
        : SignInProblems.refusedByEndpoint(requests.endpoint(), identity, said, failure);
  }
}
