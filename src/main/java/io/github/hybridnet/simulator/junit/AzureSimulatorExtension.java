package io.github.hybridnet.simulator.junit;

import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorAccess;
import io.github.hybridnet.simulator.SimulatorAdmin;
import io.github.hybridnet.simulator.SimulatorCredentials;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a simulator for JUnit tests and ends it after them.
 *
 * <p>With {@link Simulator} at a class or a test, or {@code @ExtendWith}, as the annotation says.
 * With {@code @RegisterExtension} in a static field: one for the class; in another field: one for
 * each test.
 */
public final class AzureSimulatorExtension
    implements BeforeAllCallback,
        AfterAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver {
  private static final String KEY = "simulator";
  private static final Map<Class<?>, Function<AzureSimulator, Object>> PARAMETERS =
      Map.of(
          AzureSimulator.class,
          simulator -> simulator,
          SimulatorAccess.class,
          AzureSimulator::access,
          SimulatorAdmin.class,
          AzureSimulator::admin,
          SimulatorCredentials.class,
          simulator -> simulator.access().credentials());

  private final @Nullable Supplier<AzureSimulator> starter;
  private volatile @Nullable AzureSimulator latest;

  /** For {@code @ExtendWith}: as the nearest {@link Simulator} says, or with the defaults. */
  public AzureSimulatorExtension() {
    this(null);
  }

  private AzureSimulatorExtension(@Nullable Supplier<AzureSimulator> starter) {
    this.starter = starter;
  }

  /** A simulator in a temporary directory, with these choices instead of the defaults. */
  public static AzureSimulatorExtension with(UnaryOperator<SimulatorOptions> choices) {
    return new AzureSimulatorExtension(() -> AzureSimulator.start(choices));
  }

  /** A simulator in a directory of yours, which keeps its state from one test to the next. */
  public static AzureSimulatorExtension in(SimulatorOptions options) {
    return new AzureSimulatorExtension(() -> AzureSimulator.start(options));
  }

  /** The simulator that was started last and runs: for extensions in a field. */
  public AzureSimulator simulator() {
    AzureSimulator running = latest;
    if (running == null) {
      throw new IllegalStateException("The simulator does not run outside of the tests.");
    }
    return running;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (!isPerMethod(context) && (running(context).isEmpty() || hasOwnChoices(context))) {
      start(context);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (isPerMethod(context) || running(context).isEmpty() || hasOwnChoices(context)) {
      start(context);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    end(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    end(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return PARAMETERS.containsKey(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    AzureSimulator simulator =
        running(context)
            .orElseThrow(
                () ->
                    new ParameterResolutionException(
                        "No simulator runs yet: with one for each test, only tests and the methods"
                            + " before and after each of them can have it as a parameter."));
    return Objects.requireNonNull(PARAMETERS.get(parameter.getParameter().getType()))
        .apply(simulator);
  }

  private boolean isPerMethod(ExtensionContext context) {
    return starter == null
        && SimulatorAnnotationReader.at(context).lifecycle() == Lifecycle.PER_METHOD;
  }

  private boolean hasOwnChoices(ExtensionContext context) {
    return starter == null && SimulatorAnnotationReader.areAt(context);
  }

  private void start(ExtensionContext context) {
    AzureSimulator started =
        starter == null ? SimulatorAnnotationReader.at(context).start() : starter.get();
    latest = started;
    store(context).put(KEY, started);
  }

  /** Ends the one of this context; those of contexts around it go on. */
  private void end(ExtensionContext context) {
    AzureSimulator ours = store(context).remove(KEY, AzureSimulator.class);
    if (ours != null) {
      ours.close();
      latest = running(context).orElse(null);
    }
  }

  private Optional<AzureSimulator> running(ExtensionContext context) {
    return Optional.ofNullable(store(context).get(KEY, AzureSimulator.class));
  }

  private ExtensionContext.Store store(ExtensionContext context) {
    return context.getStore(ExtensionContext.Namespace.create(getClass(), this));
  }
}
