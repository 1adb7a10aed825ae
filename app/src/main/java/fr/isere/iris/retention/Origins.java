package fr.isere.iris.retention;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Seals what was made of bundles, and stands elsewhere, with the key of each of them: once one of them was erased or has ended, it is
 * noise, in a copy of Redis from before as well.
 */
@Component
public class Origins {

    private final ExpiringStore store;

    Origins(ExpiringStore store) {
        this.store = store;
    }

    /**
     * For what was made of these bundles.
     *
     * @param bundles in any order
     * @return empty if one of them does not live
     */
    public Optional<Seal> sealOf(Collection<Key> bundles) {
        List<Key> all = bundles.stream().distinct().sorted(Origins::byName).toList();
        String[] together = all.stream().map(Key::name).toArray(String[]::new);
        List<Layer> layers = new ArrayList<>();
        for (Key bundle : all) {
            Optional<ContentKey> key = store.contentKey(bundle);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            byte[] bound = Bound.to(bundle, together);
            layers.add(new Layer(key.get(), bound));
        }
        return Optional.of(new Layers(layers));
    }

    private static int byName(Key one, Key other) {
        return one.name().compareTo(other.name());
    }

    /** One of the keys, bound to all bundles, so that a part of the layers opens nothing. */
    private static final class Layer {

        private final ContentKey key;
        private final byte[] bound;

        Layer(ContentKey key, byte[] bound) {
            this.key = key;
            this.bound = bound;
        }

        byte[] seal(byte[] text) {
            return key.seal(text, bound);
        }

        byte[] open(byte[] sealed) {
            return Vault.bytes(key, sealed, bound);
        }
    }

    /** Sealed with the first, then with the next, and opened the other way round. */
    private record Layers(List<Layer> layers) implements Seal {

        @Override
        public String seal(String text) {
            byte[] sealed = text.getBytes(StandardCharsets.UTF_8);
            for (Layer layer : layers) {
                sealed = layer.seal(sealed);
            }
            return Base64.getEncoder().withoutPadding().encodeToString(sealed);
        }

        @Override
        public String open(String sealed) {
            byte[] opened = bytes(sealed);
            for (int i = layers.size() - 1; i >= 0; i--) {
                opened = layers.get(i).open(opened);
            }
            return new String(opened, StandardCharsets.UTF_8);
        }

        private static byte[] bytes(String sealed) {
            try {
                return Base64.getDecoder().decode(sealed);
            } catch (IllegalArgumentException e) {
                throw new Unreadable(Unreadable.Reason.FORMAT);
            }
        }
    }
}
