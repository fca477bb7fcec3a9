/**
 * Programs that run beside the build.
 *
 * <p>Not here: what those programs are asked ({@code azure.signin.cli}, {@code drill.probe}).
 *
 * <p>Read first: {@link ChildProcess}.
 */
@NullMarked
package io.github.hybridnet.engine.process;

import org.jspecify.annotations.NullMarked;
