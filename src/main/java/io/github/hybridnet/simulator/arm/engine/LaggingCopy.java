package io.github.hybridnet.simulator.arm.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.store.CloudState;
import io.github.hybridnet.simulator.arm.store.ResourceStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One copy of the state that lags behind. While an operation changes a resource, a GET shows that.
 */
final class LaggingCopy {
  private static final Duration STALE_TAGS = Duration.ofMinutes(1);

  /** Which reads of a group's tags miss them: the first, and each fifth after it. */
  private static final int EVERY = 5;

  private static final String TAGS = "tags";

  private final CloudState actual;
  private final Table groups;
  private final Table resources;
  private final Instant now;

  /** A table of the state, what it was like, and what the copy has instead. */
  private record Table(
      Map<String, ObjectNode> actual,
      ResourceHistory history,
      Map<String, Optional<ObjectNode>> instead) {

    Table(Map<String, ObjectNode> actual, ResourceHistory history) {
      this(actual, history, new HashMap<>());
    }

    Set<String> keys() {
      Set<String> keys = new HashSet<>(history.keys());
      keys.addAll(actual.keySet());
      return keys;
    }

    @Nullable ObjectNode shown(String key) {
      ObjectNode body = actual.get(key);
      return instead.getOrDefault(key, Optional.ofNullable(body)).orElse(null);
    }
  }

  LaggingCopy(CloudState actual, ResourceHistory groups, ResourceHistory resources, Instant now) {
    this.actual = actual;
    this.groups = new Table(actual.groups(), groups);
    this.resources = new Table(actual.resources(), resources);
    this.now = now;
  }

  /** The state with all that is different in the copy. */
  CloudState state() {
    return groups.instead().isEmpty() && resources.instead().isEmpty()
        ? actual
        : actual.showing(groups.instead(), resources.instead());
  }

  /** Shows what was changed or removed as it was; what is new is there. */
  void lag(Duration by) {
    lag(groups, by);
    lag(resources, by);
  }

  private void lag(Table table, Duration by) {
    for (String key : table.keys()) {
      ObjectNode body = table.actual().get(key);
      Optional<ObjectNode> before = table.history().at(key, now.minus(by));
      if (!ResourceHistory.isChanging(body)
          && before.filter(b -> ResourceHistory.isAnother(b, body)).isPresent()) {
        table.instead().put(key, before);
      }
    }
  }

  /** Shows everything as it was, also what did not exist. */
  void lagInLists(Duration by) {
    for (Table table : List.of(groups, resources)) {
      table.keys().forEach(key -> table.instead().put(key, table.history().at(key, now.minus(by))));
    }
  }

  /** Does not show what was created lately, once that has ended. */
  void hideNew(Duration since) {
    for (Table table : List.of(groups, resources)) {
      for (String key : table.keys()) {
        if (!ResourceHistory.isChanging(table.actual().get(key))
            && table.history().at(key, now.minus(since)).isEmpty()) {
          table.instead().put(key, Optional.empty());
        }
      }
    }
  }

  /** Does not show a child that was created lately in a resource that is older. */
  void hideNew(ArmId child, Duration since, Function<CloudState, ResourceStore> store) {
    String root = child.root().key();
    Optional<ObjectNode> before = resources.history().at(root, now.minus(since));
    ObjectNode body = resources.actual().get(root);
    if (before.isEmpty() || body == null || ResourceHistory.isChanging(body)) {
      return;
    }
    CloudState earlier = actual.showing(Map.of(), Map.of(root, before));
    if (!store.apply(earlier).exists(child)) {
      resources.instead().put(root, before);
    }
  }

  /** Shows tags as they were. */
  void lagInTags() {
    for (Table table : List.of(groups, resources)) {
      for (String key : table.keys()) {
        ObjectNode body = table.shown(key);
        ObjectNode before = table.history().at(key, now.minus(STALE_TAGS)).orElse(null);
        if (body != null && before != null && !before.path(TAGS).equals(body.path(TAGS))) {
          table.instead().put(key, Optional.of(tagged(body, before.get(TAGS))));
        }
      }
    }
  }

  /** Shows no tags of a group now and then. */
  void missTags(ArmId group, AtomicInteger reads) {
    String key = group.group().key();
    ObjectNode body = groups.shown(key);
    if (body != null && !body.path(TAGS).isEmpty() && reads.getAndIncrement() % EVERY == 0) {
      groups.instead().put(key, Optional.of(tagged(body, null)));
    }
  }

  private static ObjectNode tagged(ObjectNode body, @Nullable JsonNode tags) {
    ObjectNode copy = body.deepCopy();
    if (tags == null) {
      copy.remove(TAGS);
    } else {
      copy.set(TAGS, tags);
    }
    return copy;
  }
}
