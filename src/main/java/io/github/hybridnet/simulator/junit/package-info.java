/**
 * The simulator in JUnit tests of users.
 *
 * <p>Not here: anything but the public interface of {@code simulator}.
 *
 * <p>Read first: {@link AzureSimulatorExtension}.
 */
@NullMarked
package io.github.hybridnet.simulator.junit;

import org.jspecify.annotations.NullMarked;
