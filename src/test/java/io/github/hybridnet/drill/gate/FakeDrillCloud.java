package io.github.hybridnet.drill.gate;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ManagementLock;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DrillCloud;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import io.github.hybridnet.engine.guard.NewResource;
import io.github.hybridnet.engine.guard.PreflightRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Answers the questions of the gates; is not asked for anything else. */
public final class FakeDrillCloud implements DrillCloud {
  final Map<String, String> tags = new ConcurrentHashMap<>();
  final Map<ResourceKey, List<ManagementLock>> locks = new ConcurrentHashMap<>();
  final Map<ResourceKey, List<String>> forbidden = new ConcurrentHashMap<>();
  final Map<ResourceKey, List<String>> asked = new ConcurrentHashMap<>();

  @Nullable CloudException failure;

  private void failIfTold() {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public Map<String, String> tags(ResourceKey group) {
    failIfTold();
    return tags;
  }

  @Override
  public Optional<PreflightRefusal> preflight(ResourceKey group, List<NewResource> resources) {
    return Optional.empty();
  }

  @Override
  public List<ManagementLock> locks(ResourceKey key) {
    failIfTold();
    return locks.getOrDefault(key, List.of());
  }

  @Override
  public List<String> lacking(ResourceKey key, List<String> actions) {
    failIfTold();
    asked.put(key, actions);
    return forbidden.getOrDefault(key, List.of());
  }

  @Override
  public void mergeTags(ResourceKey group, Map<String, String> more) {
    throw new AssertionError("a preflight touches nothing");
  }

  @Override
  public void deleteTags(ResourceKey group, Map<String, String> less) {
    throw new AssertionError("a preflight touches nothing");
  }

  @Override
  public void startSiteTest(ResourceKey gateway, String peeringLocation, CallOptions callOptions) {
    throw new AssertionError("a preflight touches nothing");
  }

  @Override
  public void stopSiteTest(
      ResourceKey gateway, String peeringLocation, boolean successful, CallOptions callOptions) {
    throw new AssertionError("a preflight touches nothing");
  }

  @Override
  public boolean isSiteTestRunning(ResourceKey gateway, String peeringLocation) {
    throw new AssertionError("a preflight does not ask for it");
  }
}
