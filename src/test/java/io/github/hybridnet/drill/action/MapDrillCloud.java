package io.github.hybridnet.drill.action;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ManagementLock;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DrillCloud;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import io.github.hybridnet.engine.guard.NewResource;
import io.github.hybridnet.engine.guard.PreflightRefusal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Tags and site tests in memory; the group of a fake cloud shows its tags. */
public final class MapDrillCloud implements DrillCloud {
  public final Map<String, String> tags = new TreeMap<>();
  public final Set<String> siteTests = ConcurrentHashMap.newKeySet();
  public final Deque<CloudException> failures = new ArrayDeque<>();

  /** How many removals are answered by somebody in between, who does not carry them out. */
  public int intercepted;

  /** What comes before each request about tags. */
  public Runnable before = () -> {};

  /** What a read shows in the place of the tags. */
  public UnaryOperator<Map<String, String>> seen = UnaryOperator.identity();

  private final FakeCloud cloud;

  public MapDrillCloud(FakeCloud cloud) {
    this.cloud = cloud;
  }

  @Override
  public Map<String, String> tags(ResourceKey group) {
    before.run();
    synchronized (tags) {
      failIfTold();
      return seen.apply(Map.copyOf(tags));
    }
  }

  @Override
  public void mergeTags(ResourceKey group, Map<String, String> merged) {
    before.run();
    synchronized (tags) {
      failIfTold();
      merged.forEach(
          (name, value) -> {
            if (value.length() > 256) {
              throw FakeCloud.failure(CloudException.Kind.REFUSED, "InvalidTagValueLength");
            }
          });
      tags.putAll(merged);
      show(group);
    }
  }

  @Override
  public void deleteTags(ResourceKey group, Map<String, String> deleted) {
    before.run();
    synchronized (tags) {
      failIfTold();
      if (intercepted-- > 0) {
        return;
      }
      deleted.forEach(tags::remove);
      show(group);
    }
  }

  private void failIfTold() {
    if (!failures.isEmpty()) {
      throw failures.removeFirst();
    }
  }

  public void show(ResourceKey group) {
    cloud.standing.put(
        group,
        new ActualResource(
            group,
            null,
            "Succeeded",
            Map.of("location", "westus2", "tags", Map.copyOf(tags)),
            Map.of()));
  }

  @Override
  public Optional<PreflightRefusal> preflight(ResourceKey group, List<NewResource> resources) {
    return Optional.empty();
  }

  @Override
  public List<ManagementLock> locks(ResourceKey key) {
    return List.of();
  }

  @Override
  public List<String> lacking(ResourceKey key, List<String> actions) {
    return List.of();
  }

  @Override
  public void startSiteTest(ResourceKey gateway, String peeringLocation, CallOptions callOptions) {
    siteTests.add(gateway.id() + "@" + peeringLocation);
  }

  @Override
  public void stopSiteTest(
      ResourceKey gateway, String peeringLocation, boolean successful, CallOptions callOptions) {
    siteTests.remove(gateway.id() + "@" + peeringLocation);
  }

  @Override
  public boolean isSiteTestRunning(ResourceKey gateway, String peeringLocation) {
    return siteTests.contains(gateway.id() + "@" + peeringLocation);
  }
}
