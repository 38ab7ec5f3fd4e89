// ElectroDB: several entities in one table, collections over a shared index.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { CreateTableCommand, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Entity, Service } from 'electrodb';

import { refusal, tables } from './server.js';

const table = 'Office';
const client = DynamoDBDocumentClient.from(tables);

const Employee = new Entity(
    {
        model: { entity: 'employee', version: '1', service: 'office' },
        attributes: {
            employee: { type: 'string' },
            team: { type: 'string', required: true },
            title: { type: 'string' },
            salary: { type: 'number', default: 0 },
            skills: { type: 'set', items: 'string' },
            address: {
                type: 'map',
                properties: { city: { type: 'string' }, street: { type: 'string' } },
            },
        },
        indexes: {
            employee: {
                pk: { field: 'pk', composite: ['employee'] },
                sk: { field: 'sk', composite: [] },
            },
            team: {
                collection: 'staff',
                index: 'gsi1',
                pk: { field: 'gsi1pk', composite: ['team'] },
                sk: { field: 'gsi1sk', composite: ['title', 'employee'] },
            },
        },
    },
    { table, client },
);

const Task = new Entity(
    {
        model: { entity: 'task', version: '1', service: 'office' },
        attributes: {
            task: { type: 'string' },
            team: { type: 'string', required: true },
            points: { type: 'number', default: 1 },
        },
        indexes: {
            task: {
                pk: { field: 'pk', composite: ['task'] },
                sk: { field: 'sk', composite: [] },
            },
            team: {
                collection: 'staff',
                index: 'gsi1',
                pk: { field: 'gsi1pk', composite: ['team'] },
                sk: { field: 'gsi1sk', composite: ['task'] },
            },
        },
    },
    { table, client },
);

const office = new Service({ employees: Employee, tasks: Task }, { table, client });

before(async () => {
    await tables.send(
        new CreateTableCommand({
            TableName: table,
            BillingMode: 'PAY_PER_REQUEST',
            AttributeDefinitions: ['pk', 'sk', 'gsi1pk', 'gsi1sk'].map((AttributeName) => ({
                AttributeName,
                AttributeType: 'S',
            })),
            KeySchema: [
                { AttributeName: 'pk', KeyType: 'HASH' },
                { AttributeName: 'sk', KeyType: 'RANGE' },
            ],
            GlobalSecondaryIndexes: [
                {
                    IndexName: 'gsi1',
                    KeySchema: [
                        { AttributeName: 'gsi1pk', KeyType: 'HASH' },
                        { AttributeName: 'gsi1sk', KeyType: 'RANGE' },
                    ],
                    Projection: { ProjectionType: 'ALL' },
                },
            ],
        }),
    );
    await waitUntilTableExists({ client: tables, maxWaitTime: 30 }, { TableName: table });
});

test('an entity is created, read, patched and removed', async () => {
    const ada = {
        employee: 'ada',
        team: 'engines',
        title: 'engineer',
        salary: 10,
        skills: ['algebra', 'notes'],
        address: { city: 'London' },
    };
    await Employee.create(ada).go();
    assert.deepEqual((await Employee.get({ employee: 'ada' }).go()).data, ada);

    await Employee.patch({ employee: 'ada' })
        .set({ address: { city: 'Paris' }, title: 'lead' })
        .add({ salary: 5, skills: ['poetry'] })
        .go();
    const { data } = await Employee.get({ employee: 'ada' }).go();
    assert.equal(data.salary, 15);
    assert.equal(data.address.city, 'Paris');
    assert.deepEqual([...data.skills].sort(), ['algebra', 'notes', 'poetry']);

    await Employee.remove({ employee: 'ada' }).go();
    assert.equal((await Employee.get({ employee: 'ada' }).go()).data, null);
});

test('creating twice is refused and patching nothing as well', async () => {
    const { data } = await Employee.create({ employee: 'bob', team: 'sales', title: 'clerk' }).go();
    const twice = await refusal(Employee.create(data).go());
    assert.equal(twice.cause.name, 'ConditionalCheckFailedException');
    const nobody = await refusal(Employee.patch({ employee: 'nobody' }).set({ title: 'x' }).go());
    assert.equal(nobody.cause.name, 'ConditionalCheckFailedException');
});

test('a collection brings both entities of one index key together', async () => {
    await Employee.put([
        { employee: 'eve', team: 'design', title: 'artist' },
        { employee: 'dan', team: 'design', title: 'writer' },
    ]).go();
    await Task.put([
        { task: 'logo', team: 'design', points: 8 },
        { task: 'icons', team: 'design' },
        { task: 'pumps', team: 'engines' },
    ]).go();

    const { data } = await office.collections.staff({ team: 'design' }).go();

    assert.deepEqual(data.employees.map((each) => each.employee), ['eve', 'dan']);
    assert.deepEqual(data.tasks.map((each) => each.task), ['icons', 'logo']);
});

test('a query on the index filters, and goes on from its cursor', async () => {
    const names = Array.from({ length: 7 }, (_, n) => `grace${n}`);
    await Employee.put(
        names.map((employee, salary) => ({ employee, team: 'navy', title: 'admiral', salary })),
    ).go();

    const found = [];
    let cursor = null;
    do {
        const page = await Employee.query
            .team({ team: 'navy', title: 'admiral' })
            .where(({ salary }, { gt }) => gt(salary, 1))
            .go({ cursor, limit: 2 });
        found.push(...page.data.map((each) => each.employee));
        cursor = page.cursor;
    } while (cursor !== null);

    assert.deepEqual(found, names.slice(2));
});

test('a transaction writes both entities or neither', async () => {
    const { canceled } = await office.transaction
        .write(({ employees, tasks }) => [
            employees.create({ employee: 'hal', team: 'space', title: 'pilot' }).commit(),
            tasks.create({ task: 'open the door', team: 'space' }).commit(),
        ])
        .go();
    assert.equal(canceled, false);

    const again = await office.transaction
        .write(({ employees, tasks }) => [
            tasks.create({ task: 'close the door', team: 'space' }).commit(),
            employees.create({ employee: 'hal', team: 'space', title: 'pilot' }).commit(),
        ])
        .go();
    assert.equal(again.canceled, true);
    assert.deepEqual(again.data.map((each) => each.code), ['None', 'ConditionalCheckFailed']);
    assert.equal((await Task.get({ task: 'close the door' }).go()).data, null);
});
