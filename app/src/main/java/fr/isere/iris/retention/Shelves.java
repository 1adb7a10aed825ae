package fr.isere.iris.retention;

import org.springframework.stereotype.Component;

/** Which shelf each thing stands on: its id says so. */
@Component
record Shelves(RedisShelf redis, MemoryShelf memory) {

    Shelf of(Key key) {
        return key.isInMemory() ? memory : redis;
    }

    Shelf ofId(String id) {
        return Ids.isInMemory(id) ? memory : redis;
    }
}
