package io.github.hybridnet.simulator.arm.engine;

import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.engine.RequestSubject.Kind;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.TypeName;
import io.github.hybridnet.simulator.arm.store.CloudState;
import io.github.hybridnet.simulator.arm.store.ResourceStore;
import io.github.hybridnet.simulator.variant.AzureVariant;
import io.github.hybridnet.simulator.variant.VariantChoice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * What clients read where copies lag behind the true state: resources that are not there yet, still
 * there, or as they were. Writes, actions, operations and the cloud's own questions never come
 * here.
 */
final class LaggingReads {
  /** How long after its creation a resource is not found. */
  static final Duration HIDDEN = Duration.ofSeconds(15);

  private static final Duration STALE = Duration.ofSeconds(12);
  private static final Duration STALE_LISTS = Duration.ofMinutes(5);
  private static final List<AzureVariant> VARIANTS =
      List.of(AzureVariant.AFTER_CREATION, AzureVariant.STALE_READS, AzureVariant.STALE_TAGS);
  private static final String TAGS_PATH = "/providers/microsoft.resources/tags/default";

  private final ResourceHistory groups = new ResourceHistory();
  private final ResourceHistory resources = new ResourceHistory();

  /** How often a group with tags was read. */
  private final AtomicInteger tagReads = new AtomicInteger();

  private volatile VariantChoice followed = VariantChoice.USUAL;

  /** Notes how everything is, if copies that lag behind are played. */
  void look(CloudState cloudState, Instant now, VariantChoice played) {
    if (!played.equals(followed)) {
      clear();
      followed = played;
    }
    if (isPlayed(played)) {
      groups.look(cloudState.groups(), now);
      resources.look(cloudState.resources(), now);
    }
  }

  /** Whether the state has to be looked at before it changes. */
  boolean isBehind(VariantChoice played) {
    return isPlayed(played) && !follows(played);
  }

  /** Whether this choice is played, and what was is known since it was chosen. */
  private boolean follows(VariantChoice played) {
    return isPlayed(played) && played.equals(followed) && resources.hasBegun();
  }

  /** Forgets everything, as the cloud begins anew. */
  void clear() {
    groups.clear();
    resources.clear();
    tagReads.set(0);
  }

  private static boolean isPlayed(VariantChoice played) {
    return VARIANTS.stream().anyMatch(each -> !played.is(each, each.usual()));
  }

  /** Whether a group was created so lately that the region of a resource does not know it. */
  boolean isUnknown(ArmId group, Instant now, VariantChoice played) {
    return played.is(AzureVariant.AFTER_CREATION, "group-unknown")
        && follows(played)
        && groups.at(group.group().key(), now.minus(HIDDEN)).isEmpty();
  }

  /**
   * The state that a client's read shows.
   *
   * @param subject what it is about
   * @param world the true state
   * @param store reads the resources of a state
   */
  CloudState shown(
      ArmCall call,
      RequestSubject subject,
      Transaction world,
      Function<CloudState, ResourceStore> store) {
    if (!follows(world.behaviour().variants().current())) {
      return world.state();
    }
    LaggingCopy copy = new LaggingCopy(world.state(), groups, resources, world.now());
    if (isGenericList(call, subject)) {
      if (followed.is(AzureVariant.STALE_READS, "lists-minutes")) {
        copy.lagInLists(STALE_LISTS);
      }
    } else if (subject.kind() == Kind.LIST) {
      if (followed.is(AzureVariant.STALE_READS, "seconds")) {
        copy.lagInLists(STALE);
      }
    } else if (subject.kind() == Kind.RESOURCE || isOfTags(call)) {
      one(copy, call, subject, store);
    }
    return copy.state();
  }

  private void one(
      LaggingCopy copy,
      ArmCall call,
      RequestSubject subject,
      Function<CloudState, ResourceStore> store) {
    if (followed.is(AzureVariant.STALE_READS, "seconds")) {
      copy.lag(STALE);
    }
    if (followed.is(AzureVariant.AFTER_CREATION, "not-found")) {
      copy.hideNew(HIDDEN);
      if (subject.kind() == Kind.RESOURCE) {
        ArmId.parse(path(call))
            .filter(ArmId::isChild)
            .ifPresent(child -> copy.hideNew(child, HIDDEN, store));
      }
    }
    if (followed.is(AzureVariant.STALE_TAGS, "minute")) {
      copy.lagInTags();
    }
    if (followed.is(AzureVariant.STALE_TAGS, "now-and-then")) {
      ArmId.parse(path(call).replaceFirst("(?i)" + TAGS_PATH + "$", ""))
          .filter(id -> !id.isResource())
          .ifPresent(group -> copy.missTags(group, tagReads));
    }
  }

  private static String path(ArmCall call) {
    return "/" + String.join("/", call.from(0));
  }

  private static boolean isOfTags(ArmCall call) {
    return path(call).toLowerCase(Locale.ROOT).endsWith(TAGS_PATH);
  }

  /** Of all types in a subscription or group, or of groups: a cache of Resource Manager answers. */
  private static boolean isGenericList(ArmCall call, RequestSubject subject) {
    boolean resources =
        call.size() == 3 && call.is(2, "resources") || call.size() == 5 && call.is(4, "resources");
    return resources
        || subject.kind() == Kind.LIST
            && subject.resource().type().equals(TypeName.RESOURCE_GROUPS);
  }
}
