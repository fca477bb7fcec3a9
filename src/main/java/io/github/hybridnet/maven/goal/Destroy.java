package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.DestructionText;
import io.github.hybridnet.console.EventText;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.Engine;
import io.github.hybridnet.engine.EngineEvent;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.plan.DesiredNetwork;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.Destruction;
import io.github.hybridnet.plan.DestructionPlanner;
import io.github.hybridnet.plan.DestructionWishes;
import io.github.hybridnet.plan.Kept;
import io.github.hybridnet.plan.Removal;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import io.github.hybridnet.plan.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Removes what the declaration names, in the order that Azure demands, and leaves what belongs to
 * others together with what they use.
 */
public final class Destroy {
  private static final String NOTHING =
      "Nothing to remove: nothing of this network stands in resource group ";

  private final OpenCloud cloud;
  private final EngineOptions options;
  private final LineWriter out;
  private final Results results;
  private final Bill bill;
  private final Consumer<EngineEvent> listener;

  /**
   * What the user asked for.
   *
   * @param confirmation the resource group that the user confirmed the removal for
   * @param keepCircuit whether the circuit is left on purpose
   * @param providerWait how long to wait until the provider has deprovisioned the circuit, or null
   *     for not at all
   */
  public record Request(
      Confirmation confirmation, boolean keepCircuit, @Nullable Duration providerWait) {}

  /** The goal on one cloud. */
  public Destroy(OpenCloud cloud, EngineOptions options, LineWriter out, Results results) {
    this.cloud = cloud;
    this.options = options;
    this.out = out;
    this.results = results;
    this.bill = new Bill(cloud, out);
    this.listener = event -> EventText.write(event, out);
  }

  /**
   * Carries the goal out.
   *
   * @throws io.github.hybridnet.model.HybridnetException HN4xxx
   * @throws InterruptedException when the build is stopped; operations in Azure go on
   */
  public void run(HybridNetwork network, Request request) throws InterruptedException {
    String name = network.resourceGroup();
    if (name == null) {
      throw GoalProblems.noResourceGroup();
    }
    // Nothing is written, so that the region plays no part.
    Scope scope = new Scope(cloud.subscriptionId(), name, new Region(""));
    DestructionPlanner planner = new DestructionPlanner(declared(network, scope));
    DestroySurvey survey = new DestroySurvey(cloud.cloud(), options, listener);
    Destruction destruction = decide(planner, survey, request);
    if (!isConfirmed(destruction, request, name)) {
      return;
    }
    results.requireWritable();
    Preconditions preconditions = new Preconditions(cloud, options, out);
    preconditions.require(destruction.plan(), List.of());
    Demolition demolition =
        new Demolition(new Engine(cloud.cloud(), options, listener), survey, planner);
    demolition.carryOut(destruction);
    if (demolition.isComplete() && isDeprovisioned(demolition.kept(), request)) {
      Destruction rest = decide(planner, survey, request);
      preconditions.require(rest.plan(), List.of());
      demolition.carryOut(rest);
    }
    results.forget(demolition.gone());
    conclude(demolition, name);
  }

  private static List<DesiredResource> declared(HybridNetwork network, Scope scope) {
    DesiredNetwork desired = new DesiredNetwork(network, scope);
    List<DesiredResource> all = new ArrayList<>();
    if (network.virtualNetwork() != null) {
      all.addAll(desired.network(DesiredNetwork.Options.ALL));
    }
    if (network.circuit() != null) {
      all.addAll(desired.circuit());
    }
    return all;
  }

  private Destruction decide(DestructionPlanner planner, DestroySurvey survey, Request request)
      throws InterruptedException {
    DestroySurvey.Found found = survey.look(planner);
    Destruction destruction =
        planner.plan(
            found.standing(),
            new DestructionWishes(
                request.keepCircuit(),
                request.providerWait() != null,
                cloud.bills(),
                found.members()));
    if (!isNothing(destruction)) {
      DestructionText.plan(destruction).forEach(out::info);
      destruction.plan().effects().forEach(effect -> out.warn(effect.text()));
    }
    return destruction;
  }

  private static boolean isNothing(Destruction destruction) {
    return destruction.plan().isEmpty() && destruction.kept().isEmpty();
  }

  /**
   * A name that is another one is refused even when there is nothing to do: it was meant for it.
   */
  private boolean isConfirmed(Destruction destruction, Request request, String group)
      throws InterruptedException {
    Confirmation confirmation = request.confirmation();
    boolean removesNothing =
        destruction.plan().isEmpty() && awaited(destruction.kept(), request).isEmpty();
    boolean unnamed = confirmation.given() == null && !confirmation.dryRun();
    if (confirmation.covers(group) || (unnamed && removesNothing)) {
      return true;
    }
    List<ResourceKey> standing =
        Stream.concat(
                destruction.plan().removals().stream().map(Removal::key),
                destruction.kept().stream().map(Kept::key))
            .toList();
    bill.tell("Costs money now: ", standing);
    if (!confirmation.isPreview()) {
      throw DestroyProblems.unconfirmed(confirmation.given(), group);
    }
    new Preconditions(cloud, options, out)
        .look(destruction.plan())
        .ifPresent(stop -> DryRun.warn("destroy", stop, out));
    if (isNothing(destruction)) {
      out.info(NOTHING + group + ".");
    } else if (!confirmation.dryRun()) {
      out.info(
          "Preview: nothing was changed. To remove what is listed above, add -Dhybridnet.confirm="
              + group
              + " to this command.");
    }
    return false;
  }

  /** Whether the provider has given up a circuit that only he kept, after waiting if asked to. */
  private boolean isDeprovisioned(List<Kept> kept, Request request) throws InterruptedException {
    Duration limit = request.providerWait();
    Optional<Kept> circuit = awaited(kept, request);
    circuit.map(Kept::key).ifPresent(cloud::tellProvider);
    return limit != null
        && circuit.isPresent()
        && new DeprovisionWait(cloud.cloud(), options, out, limit).await(circuit.get());
  }

  /** The circuit that goes as soon as its provider has given it up, if that is to be waited for. */
  private static Optional<Kept> awaited(List<Kept> kept, Request request) {
    return request.providerWait() == null
        ? Optional.empty()
        : kept.stream()
            .filter(k -> k.key().type() == ResourceType.CIRCUIT)
            .filter(k -> k.because() == Kept.Because.PROVIDER)
            .findFirst();
  }

  private void conclude(Demolition demolition, String group) throws InterruptedException {
    List<ResourceKey> standing = demolition.standing();
    List<ResourceKey> removed = demolition.removed();
    List<Kept> kept = demolition.kept();
    if (standing.isEmpty()) {
      out.info(
          removed.isEmpty()
              ? NOTHING + group + "."
              : "Removed everything of this network ("
                  + removed.size()
                  + (cloud.bills() ? "); nothing of it costs money any more." : ")."));
      return;
    }
    out.info("Removed: " + removed.size() + ". Still there:");
    DestructionText.kept(kept).forEach(out::warn);
    bill.tell("Still costs money: ", standing);
    failIfUnwanted(demolition);
  }

  private void failIfUnwanted(Demolition demolition) {
    if (!demolition.isComplete()) {
      throw DestroyProblems.failed(demolition.failures(), demolition.skipped());
    }
    List<Kept> unwanted = demolition.kept().stream().filter(k -> k.because().isUnwanted()).toList();
    if (!unwanted.isEmpty()) {
      throw DestroyProblems.stays(unwanted, cloud.bills());
    }
  }
}
