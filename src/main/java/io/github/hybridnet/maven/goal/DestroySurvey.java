package io.github.hybridnet.maven.goal;

import io.github.hybridnet.engine.Cloud;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.ConnectionSurvey;
import io.github.hybridnet.engine.EngineEvent;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.Survey;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.DestructionPlanner;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceKeys;
import io.github.hybridnet.plan.ResourceType;
import io.github.hybridnet.plan.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads what a removal is decided from: what is declared, and who else is there. */
final class DestroySurvey {
  private static final String CONNECTIONS =
      "/providers/" + ResourceType.CONNECTION.armName().toLowerCase(Locale.ROOT) + "/";

  private static final Set<ResourceType> CONNECTED =
      Set.of(
          ResourceType.VIRTUAL_NETWORK_GATEWAY,
          ResourceType.LOCAL_NETWORK_GATEWAY,
          ResourceType.CIRCUIT);

  private final Cloud cloud;
  private final Survey survey;

  /**
   * What was found.
   *
   * @param standing the declared resources, and connections, whoever made them
   * @param members the ids of everything in the declared resource groups
   */
  record Found(Standing standing, List<String> members) {}

  DestroySurvey(Cloud cloud, EngineOptions options, Consumer<EngineEvent> listener) {
    this.cloud = cloud;
    this.survey = new Survey(cloud, options, listener);
  }

  Found look(DestructionPlanner planner) throws InterruptedException {
    try {
      Standing declared = survey.read(planner.keys());
      List<String> members = new ArrayList<>();
      planner.keys().stream()
          .filter(key -> key.type() == ResourceType.RESOURCE_GROUP)
          .forEach(group -> members.addAll(cloud.membersOf(group)));
      List<ActualResource> all = new ArrayList<>(declared.all());
      foreignConnections(planner, members).forEach(key -> readIfAllowed(key).ifPresent(all::add));
      return new Found(connections(declared).beside(all), members);
    } catch (CloudException failure) {
      throw GoalProblems.unreadable(failure);
    }
  }

  private ConnectionSurvey connections(Standing declared) {
    ConnectionSurvey connections = new ConnectionSurvey(cloud);
    declared.all().stream()
        .map(ActualResource::key)
        .filter(key -> CONNECTED.contains(key.type()))
        .forEach(connections::ask);
    return connections;
  }

  /**
   * A connection of somebody else's. Where it must not be seen, and it uses something of ours,
   * Azure refuses to remove that.
   */
  private Optional<ActualResource> readIfAllowed(ResourceKey key) {
    try {
      return cloud.read(key);
    } catch (CloudException failure) {
      if (failure.isForbidden()) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private static List<ResourceKey> foreignConnections(
      DestructionPlanner planner, List<String> members) {
    return members.stream()
        .filter(id -> id.toLowerCase(Locale.ROOT).contains(CONNECTIONS))
        .filter(id -> !planner.covers(id))
        .flatMap(id -> ResourceKeys.find(id).stream())
        .toList();
  }

  /** What stands of these, as it is read now. */
  Remains remains(Collection<ResourceKey> keys) throws InterruptedException {
    return Remains.of(cloud, keys);
  }

  /** Whether the group does not exist any more, so that there is nothing to remove. */
  boolean isGone(ResourceKey group) {
    return cloud.read(group).isEmpty();
  }

  /**
   * What is in the group now. Azure's list lags behind, and what was gone may have been made anew
   * since, so that what is listed although it was gone is read.
   */
  List<String> membersOf(ResourceKey group, List<ResourceKey> gone) {
    return cloud.membersOf(group).stream()
        .filter(
            id ->
                gone.stream()
                    .filter(k -> k.id().equalsIgnoreCase(id))
                    .allMatch(k -> cloud.read(k).isPresent()))
        .toList();
  }
}
