/** app. */
@NullMarked
package io.github.hybridnet.app;

import org.jspecify.annotations.NullMarked;
