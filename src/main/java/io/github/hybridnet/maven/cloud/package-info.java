/**
 * From settings.xml and parameters to a cloud that is signed in to, and the simulators of a build.
 *
 * <p>Not here: the sign-in itself ({@code azure.signin}).
 *
 * <p>Read first: {@link CloudOpener}.
 */
@NullMarked
package io.github.hybridnet.maven.cloud;

import org.jspecify.annotations.NullMarked;
