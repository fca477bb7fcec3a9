package io.github.hybridnet.engine;

import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.GatewayAddresses;
import io.github.hybridnet.plan.Occupants;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.Planner;
import io.github.hybridnet.plan.Removal;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import io.github.hybridnet.plan.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads all that the plan of a deployment is made from: what is declared, what stands in its place,
 * and the connections of gateways that have to be removed and of what others may use too.
 */
public final class DeploymentSurvey {
  private static final Set<ResourceType> SHARED =
      Set.of(ResourceType.VIRTUAL_NETWORK_GATEWAY, ResourceType.LOCAL_NETWORK_GATEWAY);

  private final Cloud cloud;
  private final Survey survey;
  private final Planner planner = new Planner();

  /** A survey of one cloud. */
  public DeploymentSurvey(Cloud cloud, EngineOptions options, Consumer<EngineEvent> listener) {
    this.cloud = cloud;
    this.survey = new Survey(cloud, options, listener);
  }

  /**
   * What stands. Resources that an operation is changing are waited for.
   *
   * @throws CloudException when something cannot be read, or does not come to rest in the time that
   *     its type is given
   * @throws InterruptedException when the build is stopped
   */
  public Standing read(List<DesiredResource> desired) throws InterruptedException {
    Standing standing = survey.read(desired.stream().map(DesiredResource::key).toList());
    Standing known = standing;
    List<ResourceKey> others = new ArrayList<>(undeclaredGateways(standing));
    GatewayAddresses.beside(standing.all()).stream()
        .filter(key -> known.find(key).isEmpty())
        .forEach(others::add);
    if (!others.isEmpty()) {
      List<ActualResource> all = new ArrayList<>(standing.all());
      all.addAll(survey.read(others).all());
      standing = new Standing(all);
    }
    return withConnections(desired, standing);
  }

  private static List<ResourceKey> undeclaredGateways(Standing standing) {
    return standing.all().stream()
        .flatMap(actual -> Occupants.of(actual).stream())
        .filter(key -> standing.find(key).isEmpty())
        .distinct()
        .toList();
  }

  private Standing withConnections(List<DesiredResource> desired, Standing standing) {
    ConnectionSurvey connections = new ConnectionSurvey(cloud);
    Plan plan = planner.plan(desired, standing);
    Stream<ResourceKey> removed =
        plan.removals().stream().map(Removal::key).filter(key -> SHARED.contains(key.type()));
    Stream.concat(removed, plan.sharedEnds().stream()).distinct().forEach(connections::ask);
    return connections.beside(standing.all());
  }
}
