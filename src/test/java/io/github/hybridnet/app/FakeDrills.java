package io.github.hybridnet.app;

import io.github.hybridnet.arm.ManagementLock;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DrillCloud;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import io.github.hybridnet.engine.guard.NewResource;
import io.github.hybridnet.engine.guard.PreflightRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What a drill needs of a cloud, in memory. */
public final class FakeDrills implements DrillCloud {
  final Map<String, Map<String, String>> tags = new ConcurrentHashMap<>();
  public final List<ManagementLock> locks = new ArrayList<>();
  public final Set<String> forbidden = new TreeSet<>();
  private final Set<String> siteTests = ConcurrentHashMap.newKeySet();

  @Override
  public Map<String, String> tags(ResourceKey group) {
    return Map.copyOf(of(group));
  }

  @Override
  public void mergeTags(ResourceKey group, Map<String, String> merged) {
    of(group).putAll(merged);
  }

  @Override
  public void deleteTags(ResourceKey group, Map<String, String> deleted) {
    deleted.forEach((name, value) -> of(group).remove(name, value));
  }

  @Override
  public Optional<PreflightRefusal> preflight(ResourceKey group, List<NewResource> resources) {
    return Optional.empty();
  }

  @Override
  public List<ManagementLock> locks(ResourceKey key) {
    return List.copyOf(locks);
  }

  @Override
  public List<String> lacking(ResourceKey key, List<String> actions) {
    return actions.stream().filter(forbidden::contains).toList();
  }

  @Override
  public void startSiteTest(ResourceKey gateway, String peeringLocation, CallOptions callOptions) {
    siteTests.add(gateway.comparableId() + peeringLocation);
  }

  @Override
  public void stopSiteTest(
      ResourceKey gateway, String peeringLocation, boolean successful, CallOptions callOptions) {
    siteTests.remove(gateway.comparableId() + peeringLocation);
  }

  @Override
  public boolean isSiteTestRunning(ResourceKey gateway, String peeringLocation) {
    return siteTests.contains(gateway.comparableId() + peeringLocation);
  }

  private Map<String, String> of(ResourceKey group) {
    return tags.computeIfAbsent(group.comparableId(), id -> new TreeMap<>());
  }
}
