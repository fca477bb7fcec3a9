package io.github.hybridnet.app.destroy;

import io.github.hybridnet.app.GoalProblems;
import io.github.hybridnet.app.RemainingResources;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceIdParser;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.engine.ActualStateReader;
import io.github.hybridnet.engine.CloudClient;
import io.github.hybridnet.engine.ConnectionReader;
import io.github.hybridnet.engine.EngineEvent;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.destroy.DestroyPlanner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads what a removal is decided from: the declared resources, and what others have added. */
final class DestroySurvey {
  private static final String CONNECTIONS =
      "/providers/" + ResourceType.CONNECTION.armName().toLowerCase(Locale.ROOT) + "/";

  private static final Set<ResourceType> CONNECTED =
      Set.of(
          ResourceType.VIRTUAL_NETWORK_GATEWAY,
          ResourceType.LOCAL_NETWORK_GATEWAY,
          ResourceType.CIRCUIT);

  private final CloudClient cloudClient;
  private final ActualStateReader actualStateReader;

  /**
   * What was read before anything is removed.
   *
   * @param actual the declared resources, and connections, whoever made them
   * @param members the ids of everything in the declared resource groups
   */
  record SurveyResult(ActualState actual, List<String> members) {}

  DestroySurvey(CloudClient cloudClient, EngineOptions options, Consumer<EngineEvent> listener) {
    this.cloudClient = cloudClient;
    this.actualStateReader = new ActualStateReader(cloudClient, options, listener);
  }

  SurveyResult read(DestroyPlanner planner) throws InterruptedException {
    try {
      ActualState declared = actualStateReader.read(planner.keys());
      List<String> members = new ArrayList<>();
      planner.keys().stream()
          .filter(key -> key.type() == ResourceType.RESOURCE_GROUP)
          .forEach(group -> members.addAll(cloudClient.membersOf(group)));
      List<ActualResource> all = new ArrayList<>(declared.all());
      foreignConnections(planner, members).forEach(key -> readIfAllowed(key).ifPresent(all::add));
      return new SurveyResult(connections(declared).beside(all), members);
    } catch (CloudException failure) {
      throw GoalProblems.unreadable(failure);
    }
  }

  private ConnectionReader connections(ActualState declared) {
    ConnectionReader connections = new ConnectionReader(cloudClient);
    declared.all().stream()
        .map(ActualResource::key)
        .filter(key -> CONNECTED.contains(key.type()))
        .forEach(connections::ask);
    return connections;
  }

  /**
   * A connection of others. If it is not readable but uses a resource of ours, Azure refuses to
   * remove that.
   */
  private Optional<ActualResource> readIfAllowed(ResourceKey key) {
    try {
      return cloudClient.read(key);
    } catch (CloudException failure) {
      if (failure.isForbidden()) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private static List<ResourceKey> foreignConnections(
      DestroyPlanner planner, List<String> members) {
    return members.stream()
        .filter(id -> id.toLowerCase(Locale.ROOT).contains(CONNECTIONS))
        .filter(id -> !planner.covers(id))
        .flatMap(id -> ResourceIdParser.find(id).stream())
        .toList();
  }

  /** The existing ones of these resources, read now. */
  RemainingResources remains(Collection<ResourceKey> keys) throws InterruptedException {
    return RemainingResources.of(cloudClient, keys);
  }

  /** Whether the group does not exist any more, so that there is nothing to remove. */
  boolean isGone(ResourceKey group) {
    return cloudClient.read(group).isEmpty();
  }

  /**
   * What is in the group now. Azure's list lags behind, and a removed resource may have been
   * created again, so a listed resource that was removed is read.
   */
  List<String> membersOf(ResourceKey group, List<ResourceKey> gone) {
    return cloudClient.membersOf(group).stream()
        .filter(
            id ->
                gone.stream()
                    .filter(k -> k.id().equalsIgnoreCase(id))
                    .allMatch(k -> cloudClient.read(k).isPresent()))
        .toList();
  }
}
