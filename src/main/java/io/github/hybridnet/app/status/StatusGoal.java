package io.github.hybridnet.app.status;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.GoalProblems;
import io.github.hybridnet.app.LenientSecretResolver;
import io.github.hybridnet.app.OutputProblems;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.console.StatusText;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.declared.NetworkResources;
import io.github.hybridnet.report.StatusFile;
import io.github.hybridnet.status.NetworkStatus;
import io.github.hybridnet.status.NetworkStatusReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shows the actual resources of a network, their health, and the differences from the declaration.
 * Changes nothing and waits for nothing; resources that this identity may not read are marked.
 */
public final class StatusGoal {
  private final CloudSession cloud;
  private final LineWriter out;
  private final Path directory;

  /**
   * The goal on one cloud.
   *
   * @param directory where {@code status.json} goes
   */
  public StatusGoal(CloudSession cloud, LineWriter out, Path directory) {
    this.cloud = cloud;
    this.out = out;
    this.directory = directory;
  }

  /**
   * Carries the goal out.
   *
   * @param location the region that the user named, or null
   * @throws io.github.hybridnet.text.UserException HN4xxx, when nothing can be read
   * @throws InterruptedException when the build is stopped
   */
  public void run(HybridNetwork declared, @Nullable String location) throws InterruptedException {
    HybridNetwork network = declared.mapSecrets(new LenientSecretResolver(cloud, out)::resolve);
    String group = network.resourceGroup();
    if (group == null) {
      throw GoalProblems.noResourceGroup();
    }
    // Only the comparison depends on the region, and only the existing resources show which it is.
    DeploymentScope anywhere = scope(group, Objects.requireNonNullElse(location, ""));
    Set<ResourceKey> keys = new LinkedHashSet<>();
    new NetworkResources(network, anywhere).all().forEach(d -> keys.add(d.key()));
    new NetworkResources(network, anywhere)
        .circuitConnections()
        .forEach(link -> keys.add(link.circuit()));
    NetworkStatusReader survey = NetworkStatusReader.of(cloud.cloud(), cloud.views(), keys);
    Optional<CloudException> failure = survey.failure();
    if (failure.isPresent()) {
      throw GoalProblems.unreadable(failure.get());
    }
    DeploymentScope deploymentScope = scope(group, location(survey, anywhere, keys));
    NetworkStatus status =
        survey.status(
            deploymentScope.group(), new NetworkResources(network, deploymentScope).all());
    show(status);
    survey.outOfStep().forEach(out::warn);
    write(status);
  }

  private DeploymentScope scope(String group, String location) {
    return new DeploymentScope(cloud.subscriptionId(), group, new Region(location));
  }

  private static String location(
      NetworkStatusReader survey, DeploymentScope anywhere, Set<ResourceKey> keys) {
    // The group may be in another region than what it holds.
    return Stream.of(ResourceType.VIRTUAL_NETWORK, ResourceType.VIRTUAL_NETWORK_GATEWAY)
        .flatMap(type -> keys.stream().filter(key -> key.type() == type))
        .flatMap(key -> survey.location(key).stream())
        .findFirst()
        .or(() -> survey.location(anywhere.group()))
        .or(() -> keys.stream().flatMap(k -> survey.location(k).stream()).findFirst())
        .orElse(anywhere.region().name());
  }

  private void show(NetworkStatus status) {
    StatusText.lines(status).forEach(out::info);
    if (status.isEmpty()) {
      out.info(
          "Resource group '" + status.group().name() + "' contains no resource of this network.");
    }
    if (!status.drills().isEmpty()) {
      out.warn(
          "ExpressRoute may be disconnected: a failover drill is unfinished (tag '"
              + String.join("', '", status.drills())
              + "' of the resource group). To restore ExpressRoute, run mvn hybridnet:restore."
              + " deploy-network and test-failover restore it too before they start.");
    }
  }

  private void write(NetworkStatus status) {
    StatusFile file = new StatusFile(directory);
    try {
      file.write(cloud.name(), status);
    } catch (IOException e) {
      throw OutputProblems.reportNotWritten(file.path(), e);
    }
    out.info("Status as JSON: " + file.path());
  }
}
