package io.github.hybridnet.simulator.arm.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.TimedWork;
import io.github.hybridnet.simulator.arm.error.ArmError;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.error.PlacementErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.store.StoredOperation;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.state.Sha256Digest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The deletion of a resource group with everything in it. */
public final class ResourceGroupDeletion {
  static final String HANDLER = "DELETE group";

  /** The version in the deletions that the deletion of the group makes. */

  /** The length at which Azure cuts a group's name in the name of the job and adds a hash. */
  private static final int NAME_LIMIT = 46;

  private ResourceGroupDeletion() {}

  /** Starts the deletion, or finds the one that already runs. */
  public static StoredOperation start(Transaction world, ArmId id, ObjectNode group) {
    String job = job(id.resourceGroup(), group.path("location").asText());
    StoredOperation earlier = world.state().operations().get(job);
    if (earlier != null && earlier.running()) {
      return earlier;
    }
    ObjectNode deleting = group.deepCopy();
    ProvisioningStateField.markOnly(deleting, ProvisioningStateField.DELETING);
    world.putGroup(id, deleting);
    StoredOperation operation =
        new StoredOperation(
            job,
            new StoredOperation.Job(
                HANDLER, "DeleteResourceGroupOperation", id, JsonCodec.object()),
            world.now().plus(duration(world, id)),
            OperationAnswer.OperationLinks.LOCATION,
            StoredOperation.Outcome.RUNNING);
    world.put(operation);
    return operation;
  }

  /** Ends the deletion: deletes what can be deleted and, if that is everything, the group. */
  static StoredOperation.Outcome complete(Transaction world, ArmId group) {
    DeletionRun deletionRun = run(world, group);
    if (deletionRun.blocked().isEmpty()) {
      world.state().groups().remove(group.key());
      return StoredOperation.Outcome.succeeded(null);
    }
    String tracking = world.ids().guid();
    return StoredOperation.Outcome.failed(
        PlacementErrors.groupDeletionBlocked(
            group.resourceGroup(), deletionRun.blocked(), tracking));
  }

  /** Undoes what the start did to the group, which stays. */
  static void keep(Transaction world, ArmId group) {
    world
        .group(group)
        .ifPresent(
            found -> {
              ObjectNode kept = found.deepCopy();
              ProvisioningStateField.markOnly(kept, ProvisioningStateField.SUCCEEDED);
              world.putGroup(group, kept);
            });
  }

  /**
   * The result of deleting everything in a group.
   *
   * @param duration how long it takes: the longest single deletion of each round
   * @param blocked what could not be deleted, and why
   */
  private record DeletionRun(Duration duration, Map<ArmId, ArmError> blocked) {}

  /** Finds the duration by deleting everything and undoing that. */
  private static Duration duration(Transaction world, ArmId group) {
    Duration own = world.duration("resourceGroups.delete", group);
    return world.rehearse(() -> run(world, group).duration()).plus(own);
  }

  /** Deletes what is in the group, round by round as long as something goes. */
  private static DeletionRun run(Transaction world, ArmId group) {
    Duration total = Duration.ZERO;
    Map<ArmId, ArmError> blocked = new LinkedHashMap<>();
    int left = Integer.MAX_VALUE;
    List<ArmId> contents = contents(world, group);
    while (!contents.isEmpty() && contents.size() < left) {
      left = contents.size();
      blocked.clear();
      Duration longest = Duration.ZERO;
      for (ArmId id : contents) {
        Duration one = delete(world, id, blocked);
        longest = one.compareTo(longest) > 0 ? one : longest;
      }
      total = total.plus(longest);
      contents = contents(world, group);
    }
    return new DeletionRun(total, blocked);
  }

  private static List<ArmId> contents(Transaction world, ArmId group) {
    return world.state().byGroup().of(group.key()).stream()
        .flatMap(resource -> ArmId.parse(resource.path("id").asText()).stream())
        .toList();
  }

  private static Duration delete(Transaction world, ArmId id, Map<ArmId, ArmError> blocked) {
    try {
      return world.attempt(
          () -> {
            Optional<ArmOperation> deletion =
                world.types().find(id.type()).flatMap(type -> type.operation("DELETE"));
            Duration duration =
                deletion.map(operation -> carryOut(world, id, operation)).orElse(Duration.ZERO);
            world.resources().remove(id);
            world.cancelRunning(id);
            return duration;
          });
    } catch (ArmException e) {
      blocked.put(id, e.error());
      return Duration.ZERO;
    }
  }

  private static Duration carryOut(Transaction world, ArmId id, ArmOperation deletion) {
    ResourceRequest.Call call = ResourceRequest.Call.internal("DELETE", Map.of(), null);
    ObjectNode resource = world.resources().find(id).orElse(null);
    TimedWork timedWork =
        deletion.accept(new ResourceRequest(world, id, call, resource, Map.of())).work();
    if (timedWork == null) {
      return Duration.ZERO;
    }
    deletion.complete(new OperationCompletion(world, id, timedWork.data()));
    return world.duration(timedWork.duration(), id);
  }

  /** The name of the job: the group's name escaped, cut if it is long, with the location. */
  static String job(String group, String location) {
    StringBuilder name = new StringBuilder();
    for (char letter : group.toUpperCase(Locale.ROOT).toCharArray()) {
      boolean plain = letter < 128 && Character.isLetterOrDigit(letter);
      name.append(plain ? String.valueOf(letter) : String.format(":%02X", (int) letter));
    }
    if (name.length() > NAME_LIMIT) {
      String hash = hash(name.toString());
      name.setLength(NAME_LIMIT);
      name.append('|').append(hash);
    }
    ObjectNode job = JsonCodec.object();
    job.put("jobId", "RESOURCEGROUPDELETIONJOB-" + name + "-" + location.toUpperCase(Locale.ROOT));
    job.put("jobLocation", location);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(JsonCodec.bytes(job));
  }

  private static String hash(String text) {
    return HexFormat.of().withUpperCase().formatHex(Sha256Digest.of(text), 0, 8);
  }
}
