/** app.change. */
@NullMarked
package io.github.hybridnet.app.change;

import org.jspecify.annotations.NullMarked;
