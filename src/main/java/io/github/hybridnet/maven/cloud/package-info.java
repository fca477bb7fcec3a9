/**
 * Opens the cloud of a goal from settings.xml and parameters, and starts and ends the simulators of
 * a build.
 *
 * <p>Not here: the sign-in itself ({@code azure.signin}).
 *
 * <p>Read first: {@link CloudOpener}.
 */
@NullMarked
package io.github.hybridnet.maven.cloud;

import org.jspecify.annotations.NullMarked;
