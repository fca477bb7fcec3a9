package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmErrors;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import io.github.hybridnet.simulator.arm.ProvisioningState;
import io.github.hybridnet.simulator.arm.Work;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** GET and PUT of a connection's shared key, and POST of its reset. */
final class SharedKeyCalls {
  private static final String KEY = "sharedKey";
  private static final String DURATION = "connections.sharedkey";

  private SharedKeyCalls() {}

  /** The key in plain text, as the service returns it. */
  static Answer get(ArmRequest request) {
    return Answer.plain(200, Json.object().put("value", current(request)));
  }

  /**
   * PUT: the new key counts at once; the connection is {@code Updating} until the gateway has it.
   */
  static final class Put implements ArmOperation {

    @Override
    public Answer accept(ArmRequest request) {
      Busy.refuse(request);
      current(request);
      String value = Json.text(request.body(), "value");
      if (value == null || value.isEmpty()) {
        throw NetworkErrors.missingProperty("value", "");
      }
      change(request, connection -> Json.properties(connection).put(KEY, value));
      return Answer.acceptedAsNull(Work.lasting(DURATION));
    }

    @Override
    public @Nullable JsonNode complete(Completion completion) {
      completion.succeed();
      ConnectionStatuses.refresh(completion.world());
      return null;
    }
  }

  /** POST of a reset: the service makes the new key when the operation ends. */
  static final class Reset implements ArmOperation {
    private static final String LENGTH = "keyLength";

    @Override
    public Answer accept(ArmRequest request) {
      Busy.refuse(request);
      current(request);
      int length = Json.number(request.body(), LENGTH, SharedKeys.LONGEST);
      if (length < 1 || length > SharedKeys.LONGEST) {
        throw NetworkErrors.wrongValue(String.valueOf(length), "ConnectionResetSharedKey", LENGTH);
      }
      change(request, connection -> {});
      return Answer.accepted(Work.lasting(DURATION).with(Json.object().put(LENGTH, length)));
    }

    @Override
    public @Nullable JsonNode complete(Completion completion) {
      int length = Json.number(completion.data(), LENGTH, SharedKeys.LONGEST);
      String key = SharedKeys.generate(completion.world(), length);
      completion
          .world()
          .resources()
          .change(completion.id(), connection -> Json.properties(connection).put(KEY, key));
      completion.succeed();
      ConnectionStatuses.refresh(completion.world());
      return null;
    }
  }

  private static String current(ArmRequest request) {
    String key = Json.text(request.required(), "properties", KEY);
    if (key == null) {
      throw ArmErrors.notFound(request.id().child("sharedkey", "default"));
    }
    return key;
  }

  private static void change(ArmRequest request, Consumer<ObjectNode> keyChange) {
    request
        .world()
        .resources()
        .change(
            request.id(),
            connection -> {
              keyChange.accept(connection);
              ProvisioningState.mark(connection, ProvisioningState.UPDATING);
            });
  }
}
