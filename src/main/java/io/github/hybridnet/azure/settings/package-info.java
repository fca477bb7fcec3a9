/**
 * Which cloud, who signs in, which proxy, and where each of them was set. It sends no request.
 *
 * <p>Not here: Maven's settings.xml ({@code maven.cloud}).
 *
 * <p>Read first: {@link SignInMethod}.
 */
@NullMarked
package io.github.hybridnet.azure.settings;

import org.jspecify.annotations.NullMarked;
