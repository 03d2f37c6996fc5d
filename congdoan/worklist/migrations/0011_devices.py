

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('worklist', '0010_webhooks'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='noticechoice',
            name='device_muted',
            field=models.JSONField(default=list),
        ),
        migrations.CreateModel(
            name='PushDevice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('endpoint', models.CharField(max_length=500, unique=True, verbose_name='địa chỉ')),
                ('p256dh', models.CharField(max_length=100)),
                ('auth', models.CharField(max_length=40)),
                ('words', models.CharField(max_length=100, verbose_name='trình duyệt')),
                ('key', models.CharField(max_length=16)),
                ('session', models.BigIntegerField(null=True)),
                ('password', models.CharField(max_length=64)),
                ('made_at', models.DateTimeField(auto_now_add=True, verbose_name='cho phép lúc')),
                ('last_taken_at', models.DateTimeField(null=True, verbose_name='nhận gần nhất')),
                ('failing_since', models.DateTimeField(null=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='push_devices', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='PushMessage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(blank=True, default='', max_length=300)),
                ('attempts', models.SmallIntegerField(default=0)),
                ('next_try_at', models.DateTimeField(auto_now_add=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('device', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='worklist.pushdevice')),
                ('notice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='worklist.notice')),
            ],
        ),
        migrations.AddIndex(
            model_name='pushdevice',
            index=models.Index(fields=['session'], name='worklist_device_session'),
        ),
        migrations.AddIndex(
            model_name='pushmessage',
            index=models.Index(fields=['device', 'id'], name='worklist_push_of_device'),
        ),
    ]
